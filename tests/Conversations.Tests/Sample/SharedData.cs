namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>Real inputs that stand beside some checkouts; a test that needs one is skipped where they are absent.</summary>
internal static class SharedData
{
    public static string WhatsAppInbound => Find("whatsapp/inbound");
    public static string JsonCases => Find("bad-input/json-test-suite");
    public static string NaughtyStrings => Find("bad-input/blns.json");

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (Path.Exists(path))
                return path;
        }
        Assert.Skip($"shared/data/{name} does not stand beside this checkout.");
        return "";
    }
}
