using System.Text.Json;

namespace EcommerceBot.Supply;

/// <summary>A package in a lock file.</summary>
/// <param name="Sha512">NuGet's content hash, hexadecimal.</param>
/// <param name="DependsOn">Ids of packages it needs.</param>
/// <param name="Direct">Whether a project asks for it by name.</param>
internal sealed record Component(string Id, string Version, string Sha512, IReadOnlyList<string> DependsOn, bool Direct)
{
    public string Purl => $"pkg:nuget/{Id}@{Version}";

    /// <summary>All packages of these lock files, each version once, ordered by id.</summary>
    /// <exception cref="InvalidDataException">A file is no lock file.</exception>
    public static IReadOnlyList<Component> Read(IEnumerable<string> lockFiles) =>
    [
        .. lockFiles.SelectMany(ReadFile).GroupBy(component => component.Purl, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First() with { Direct = same.Any(component => component.Direct) })
            .OrderBy(component => component.Purl, StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<Component> ReadFile(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        if (!json.RootElement.TryGetProperty("dependencies", out var frameworks))
            throw new InvalidDataException($"{path} holds no dependencies: make it anew with dotnet restore.");
        return [.. from framework in frameworks.EnumerateObject()
                   from package in framework.Value.EnumerateObject()
                   where package.Value.GetProperty("type").GetString() != "Project"
                   select Of(package)];
    }

    private static Component Of(JsonProperty package) => new(
        package.Name,
        package.Value.GetProperty("resolved").GetString()!,
        Convert.ToHexStringLower(Convert.FromBase64String(package.Value.GetProperty("contentHash").GetString()!)),
        package.Value.TryGetProperty("dependencies", out var needs) ? [.. needs.EnumerateObject().Select(need => need.Name)] : [],
        package.Value.GetProperty("type").GetString() == "Direct");
}
