using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What a search's answer says above its products: how it was read, what it kept to, what it had to give up.</summary>
internal static class FoundWords
{
    private const string Words = "words";
    private const string Price = "price";

    /// <param name="talk">The conversation.</param>
    /// <param name="found">At least one product.</param>
    /// <param name="said">What the shopper looks for, short enough to repeat.</param>
    public static string Of(Talk talk, CatalogSearchResult found, string said)
    {
        List<string> sentences = [Opening(talk, found, said)];
        if (Bounds(talk, found) is { } bounds)
            sentences.Add(bounds);
        if (found.Exact is > 0 and var exact && exact < found.Products.Count)
            sentences.Add(talk.Words("results_exact", ("n", $"{exact}")));
        if (found.DidYouMean is { } other)
            sentences.Add(talk.Words("did_you_mean", ("other", Clip.Line(other, Limits.Echo))));
        return string.Join(' ', sentences);
    }

    private static string Opening(Talk talk, CatalogSearchResult found, string said)
    {
        if (found.Relaxed.Contains(Price))
            return talk.Words("results_any_price", ("query", said));
        if (found.Relaxed.Contains(Words))
            return talk.Words("results_close", ("query", said));
        return found.SearchedFor is { } corrected
            ? talk.Words("results_corrected", ("searched", Clip.Line(corrected, Limits.Echo)), ("query", said))
            : talk.Words("results", ("query", said));
    }

    private static string? Bounds(Talk talk, CatalogSearchResult found)
    {
        string Amount(long minor) => Money.Write(minor, found.Products[0].PriceFrom.Currency, talk.Lexicon.File);
        return (found.MinPrice, found.MaxPrice) switch
        {
            ({ } min, { } max) => talk.Words("results_between", ("min", Amount(min)), ("max", Amount(max))),
            (null, { } max) => talk.Words("results_up_to", ("max", Amount(max))),
            ({ } min, null) => talk.Words("results_from", ("min", Amount(min))),
            _ => null,
        };
    }
}
