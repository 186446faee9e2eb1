namespace EcommerceBot.Architecture.Tests.House;

/// <summary>The checkout these tests were built from.</summary>
internal static class Tree
{
    public static readonly string Root = FindRoot();

    /// <summary>C# files below a folder of the checkout, without generated ones.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root, path)))),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EcommerceBot.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No EcommerceBot.slnx above {AppContext.BaseDirectory}: run these tests from a build inside the checkout.");
    }
}

/// <summary>A file of the checkout: its path with slashes, relative to the root, and its lines.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines);
