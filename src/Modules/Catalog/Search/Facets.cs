using EcommerceBot.Catalog.Contracts.Requests;

namespace EcommerceBot.Catalog.Search;

/// <summary>Counts what matches can be narrowed to. Pure.</summary>
internal static class Facets
{
    private const int MostValues = 20;
    private static readonly long[] Steps = [1, 2, 5];

    /// <param name="candidates">The matches.</param>
    /// <param name="exponent">Decimals of the shop's currency; bands begin and end at 1, 2 or 5 and noughts.</param>
    public static ProductFacets Of(IReadOnlyList<Candidate> candidates, int exponent) => new()
    {
        Categories = Count(candidates.Select(candidate => candidate.Category)),
        Brands = Count(candidates.Select(candidate => candidate.Brand)),
        Prices = Bands(candidates, exponent),
        Options = [.. candidates
            .SelectMany(candidate => candidate.Variants.SelectMany(variant => variant).DistinctBy(option => (option.Key.ToUpperInvariant(), option.Value.ToUpperInvariant())))
            .GroupBy(option => option.Key, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(option => option.Count()).ThenBy(option => option.Key, StringComparer.Ordinal).Take(MostValues)
            .Select(option => new OptionFacet { Name = option.First().Key, Values = Count(option.Select(value => value.Value)) })],
    };

    private static List<FacetValue> Count(IEnumerable<string?> values) =>
        [.. values.Where(value => !string.IsNullOrEmpty(value)).GroupBy(value => value!, StringComparer.OrdinalIgnoreCase)
            .Select(value => new FacetValue { Value = value.First()!, Products = value.Count() })
            .OrderByDescending(value => value.Products).ThenBy(value => value.Value, StringComparer.Ordinal).Take(MostValues)];

    private static List<PriceBand> Bands(IReadOnlyList<Candidate> candidates, int exponent)
    {
        var unit = (long)Math.Pow(10, exponent);
        return [.. candidates.GroupBy(candidate => Floor(candidate.Price, unit)).OrderBy(band => band.Key)
            .Select(band => new PriceBand { From = band.Key, Below = Above(band.Key, unit), Products = band.Count() })];
    }

    private static long Floor(long price, long unit)
    {
        var floor = 0L;
        for (var next = Above(0, unit); next <= price; next = Above(floor, unit))
            floor = next;
        return floor;
    }

    /// <summary>The next of 10, 20, 50, 100, 200 … major units.</summary>
    private static long Above(long bound, long unit)
    {
        for (var power = 10 * unit; ; power *= 10)
            foreach (var step in Steps)
                if (step * power > bound)
                    return step * power;
    }
}
