using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Finds what "it", "the second one" or "the daypack" means among what was shown.</summary>
internal static class References
{
    /// <summary>The listed product at the place the words name, or null.</summary>
    public static SeenProduct? AtPlace(Memory memory, string what, Lexicon lexicon)
    {
        var place = NumberWords.Place(lexicon.Read(what), lexicon);
        if (place is null || memory.Results.Count == 0)
            return null;
        return place == -1 ? memory.Results[^1] : memory.Results.ElementAtOrDefault(place.Value - 1);
    }

    /// <summary>
    /// The one product that was shown and whose title has most of the words, with the words that its title lacks; null where none or
    /// several have.
    /// </summary>
    public static (SeenProduct Product, IReadOnlyList<string> Left)? ByTitle(Memory memory, string what, Lexicon lexicon)
    {
        var words = Telling(what, lexicon);
        if (words.Count == 0)
            return memory.LastProduct is { } last ? (last, []) : memory.Results is [var only] ? (only, []) : null;

        var seen = memory.LastProduct is { } shown ? memory.Results.Append(shown).DistinctBy(product => product.Id) : memory.Results;
        var scored = seen.Select(product => (Product: product, Left: (IReadOnlyList<string>)Missing(words, product.Title)))
            .Where(match => match.Left.Count < words.Count)
            .ToList();
        if (scored.Count == 0)
            return null;

        var fewest = scored.Min(match => match.Left.Count);
        var best = scored.Where(match => match.Left.Count == fewest).ToList();
        if (best is [var single])
            return single;
        return best.Find(match => match.Product.Id == memory.LastProduct?.Id) is { Product: not null } lastShown ? lastShown : null;
    }

    /// <summary>The lines that have all of the words in title or options.</summary>
    public static IReadOnlyList<LineItem> Lines(CartResult cart, string what, Lexicon lexicon)
    {
        var words = Telling(what, lexicon);
        return words.Count == 0
            ? []
            : [.. cart.LineItems.Where(line => Missing(words, line.Title + " " + string.Join(' ', line.Options.Values)).Count == 0)];
    }

    /// <summary>The words that help to tell one thing from another, folded.</summary>
    public static IReadOnlyList<string> Telling(string what, Lexicon lexicon) =>
        [.. lexicon.Read(what).Select(token => token.Folded).Where(word => word.Length > 0 && !lexicon.StopWords.Contains(word))];

    private static List<string> Missing(IReadOnlyList<string> words, string text)
    {
        var there = Folding.Words(Folding.Clean(text)).SelectMany(word => word.Split('-').Append(word)).Select(Folding.Fold).ToList();
        return [.. words.Where(word => !there.Exists(other => Same(word, other)))];
    }

    private static bool Same(string word, string other) =>
        word == other || word + "s" == other || other + "s" == word || Similarity.WithinOneSlip(word, other);
}
