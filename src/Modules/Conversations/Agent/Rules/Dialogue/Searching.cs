using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Finds products and lists them.</summary>
internal static class Searching
{
    private const int PageSize = 9;

    public static async Task SearchAsync(Talk talk, Intent intent)
    {
        if (intent.What.Length == 0)
        {
            // "under 50" alone narrows what was searched before.
            var before = talk.Memory.Search?.Query ?? "";
            await ListAsync(talk, before, intent.Price, 0);
            return;
        }

        if (References.AtPlace(talk.Memory, intent.What, talk.Lexicon) is { } placed)
            await ProductTalk.ShowAsync(talk, placed.Id);
        else if (intent.Guessed && await Choosing.TryWordsAsync(talk, intent.What))
            return;
        else if (intent.Guessed
            && References.ByTitle(talk.Memory, intent.What, talk.Lexicon) is { Left.Count: 0 } named
            && talk.Memory.Results.Count > 1)
            await ProductTalk.ShowAsync(talk, named.Product.Id);
        else
            await FindAsync(talk, intent);
    }

    public static Task BrowseAsync(Talk talk, PriceRange price) => ListAsync(talk, "", price, 0);

    public static async Task MoreAsync(Talk talk)
    {
        if (talk.Memory.Search is not { } last)
            await BrowseAsync(talk, PriceRange.Any);
        else
            await ListAsync(talk, last.Query, new PriceRange(last.Min, last.Max), last.Next);
    }

    /// <summary>One page of products as cards; false where there are none, and then nothing is said.</summary>
    public static bool Show(Talk talk, CatalogSearchResult found, string words, LastSearch search)
    {
        if (found.Products.Count == 0)
            return false;

        var next = search.Next + found.Products.Count;
        var hasMore = next < found.Total;
        talk.Memory = talk.Memory with
        {
            Search = search with { Next = next },
            Results = [.. found.Products.Select(product => new SeenProduct(product.Id, Clip.Line(product.Title, Limits.Echo)))],
            LastProduct = found.Products is [var only] ? new SeenProduct(only.Id, Clip.Line(only.Title, Limits.Echo)) : null,
        };
        MessageOption[] more = hasMore ? [talk.Option("more", "button_more")] : [];
        talk.Send(
            Reply.Products(
                hasMore ? words + " " + talk.Words("say_more") : words,
                talk.Words("label_products"),
                Cards.Of(found.Products, talk),
                more));
        return true;
    }

    private static async Task FindAsync(Talk talk, Intent intent)
    {
        var answer = await talk.Shop.SearchAsync(intent.What, intent.Price, PageSize, 0, talk.Stopping);
        if (answer.Value is not { } found)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        var search = new LastSearch(intent.What, intent.Price.Min, intent.Price.Max, 0);
        var said = Clip.Line(intent.What, Limits.Echo);
        if (found.Products.Count > 0)
        {
            Show(talk, found, FoundWords.Of(talk, found, said), search);
            return;
        }

        if (intent.SoundsOffTopic)
            SmallTalk.OffTopic(talk);
        else
            await Suggestions.OfferAsync(talk, intent, PageSize);
    }

    private static async Task ListAsync(Talk talk, string query, PriceRange price, int offset)
    {
        var answer = await talk.Shop.SearchAsync(query, price, PageSize, offset, talk.Stopping);
        if (answer.Value is not { } found)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        var words = query.Length == 0
            ? talk.Words(offset == 0 ? "popular" : "results_page")
            : talk.Words(offset == 0 ? "results" : "results_page", ("query", Clip.Line(query, Limits.Echo)));
        if (Show(talk, found, words, new LastSearch(query, price.Min, price.Max, offset)))
            return;
        talk.Send(
            Reply.Buttons(
                talk.Words(offset == 0 ? "nothing_at_price" : "no_more"),
                talk.Option("browse", "button_browse"),
                talk.Option("cart", "button_cart")));
    }
}
