using System.Reflection;

namespace EcommerceBot.Operations.Tests.Running;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Repository").Value!);

    /// <summary>A file or folder of it, by the path from its root.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(At(path));

    public static IEnumerable<string> LockFiles(string folder) =>
        Directory.EnumerateFiles(At(folder), "packages.lock.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
