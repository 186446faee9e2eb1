namespace EcommerceBot.Catalog.Export;

/// <summary>Columns that depend on what the catalog holds: a CSV names them all in its first row. Options in the order of the catalog, all others sorted.</summary>
internal sealed class ExtraColumns
{
    private readonly List<string> _options = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Options => _options;

    /// <summary>BCP 47 tags.</summary>
    public SortedSet<string> Languages { get; } = new(StringComparer.Ordinal);
    public SortedSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>ISO 4217 codes of prices beside the variants' own.</summary>
    public SortedSet<string> Currencies { get; } = new(StringComparer.Ordinal);

    public void AddOptions(IEnumerable<string> names) => _options.AddRange(names.Where(_known.Add));
}
