namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>Real inputs that stand beside some checkouts; a test that needs one is skipped where they are absent.</summary>
internal static class SharedData
{
    public static string RetailShop => Find("retail/db.json");
    public static string RetailTasks => Find("retail/tasks.json");

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
