using System.Text.Json;

namespace EcommerceBot.Supply;

/// <summary>A published fault of a package: versions from <paramref name="From"/> up to, without, <paramref name="Fixed"/> have it.</summary>
/// <param name="Id">As its publisher names it, such as <c>CVE-2024-43485</c>.</param>
/// <param name="Package">The package's id.</param>
/// <param name="From">The first version that has it.</param>
/// <param name="Fixed">The first version without it.</param>
/// <param name="What">What may happen.</param>
internal sealed record Advisory(string Id, string Package, string From, string Fixed, string What)
{
    /// <exception cref="InvalidDataException">An entry has a version that is none.</exception>
    public static IReadOnlyList<Advisory> Read(string path)
    {
        var advisories = JsonSerializer.Deserialize<List<Advisory>>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        if (advisories.Find(entry => !Parse(entry.From, out _) || !Parse(entry.Fixed, out _)) is { } wrong)
            throw new InvalidDataException($"{path}: {wrong.Id} should have versions like 8.0.5 in from and fixed.");
        return advisories;
    }

    /// <summary>A preview (1.0.0-rc.1) counts as its release.</summary>
    public bool Concerns(Component component) =>
        string.Equals(Package, component.Id, StringComparison.OrdinalIgnoreCase)
        && Parse(component.Version, out var version) && Parse(From, out var from) && Parse(Fixed, out var without)
        && version >= from && version < without;

    private static bool Parse(string text, out Version version)
    {
        var numbers = text.Split('-', '+')[0];
        var parsed = Version.TryParse(numbers, out var found);
        version = parsed ? new Version(found!.Major, found.Minor, Math.Max(found.Build, 0), Math.Max(found.Revision, 0)) : new Version();
        return parsed;
    }
}
