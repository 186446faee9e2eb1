namespace EcommerceBot.Conversations.Tests.Agent.Rules;

/// <summary>Real inputs that lie beside this checkout only.</summary>
internal static class SharedData
{
    /// <summary>The file's path; where it is absent the test is skipped and says so.</summary>
    public static string Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", relative);
            if (File.Exists(file))
                return file;
        }

        Assert.Skip($"shared/data/{relative} is not beside this checkout.");
        return "";
    }
}
