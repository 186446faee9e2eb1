using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Finds the variants that "the blue one in M" means. Pure.</summary>
internal static class Variants
{
    /// <summary>What the words say about a product's options.</summary>
    /// <param name="Named">True where at least one option's value was named.</param>
    /// <param name="Exact">The variants that have everything named.</param>
    /// <param name="Near">The variants that have most of it, where none has everything.</param>
    /// <param name="Rest">The words that name no value.</param>
    public sealed record Match(
        bool Named, IReadOnlyList<ProductVariant> Exact, IReadOnlyList<ProductVariant> Near, IReadOnlyList<string> Rest);

    public static Match Find(ProductResult product, IReadOnlyList<string> words, Lexicon lexicon)
    {
        var spoken = Spoken(words, lexicon);
        var named = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, value) in product.Variants.SelectMany(variant => variant.Options).Distinct())
        {
            var folded = Folding.Fold(value);
            used.Add(Folding.Fold(option));
            if (!spoken.TryGetValue(folded, out var from))
                continue;
            used.UnionWith(from);
            named.TryAdd(option, new HashSet<string>(StringComparer.Ordinal));
            named[option].Add(value);
        }

        DropShorter(named);
        var rest = words.Where(word => !used.Contains(word)).ToList();
        if (named.Count == 0)
            return new Match(false, product.Variants, [], rest);

        var scored = product.Variants
            .Select(variant => (Variant: variant, Score: named.Count(choice => Has(variant, choice.Key, choice.Value))))
            .ToList();
        var exact = scored.Where(entry => entry.Score == named.Count).Select(entry => entry.Variant).ToList();
        var best = scored.Max(entry => entry.Score);
        var near = exact.Count > 0 || best == 0 ? [] : scored.Where(entry => entry.Score == best).Select(entry => entry.Variant);
        return new Match(true, exact, [.. near], rest);
    }

    private static bool Has(ProductVariant variant, string option, HashSet<string> values) =>
        variant.Options.TryGetValue(option, out var value) && values.Contains(value);

    // Every run of up to three words, joined: "750 ml" is 750ml, "extra large" is extralarge is xl.
    private static Dictionary<string, HashSet<string>> Spoken(IReadOnlyList<string> words, Lexicon lexicon)
    {
        var spoken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = 1; count <= 3 && from + count <= words.Count; count++)
            {
                var run = words.Skip(from).Take(count).ToList();
                var joined = string.Concat(run);
                spoken.TryAdd(joined, [.. run]);
                if (lexicon.File.OptionWords.TryGetValue(joined, out var meant))
                    spoken.TryAdd(meant, [.. run]);
            }
        }

        return spoken;
    }

    private static bool IsPart(string value, string other) =>
        other != value && Folding.Fold(other).Contains(Folding.Fold(value), StringComparison.Ordinal);

    // "light blue" also names "blue"; the longer value is meant.
    private static void DropShorter(Dictionary<string, HashSet<string>> named)
    {
        foreach (var values in named.Values.Where(values => values.Count > 1))
            values.RemoveWhere(value => values.Any(other => IsPart(value, other)));
    }
}
