using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Puts things into the cart.</summary>
internal static class Adding
{
    public const int MostPieces = 99;
    private const int Candidates = 9;

    /// <summary>"Add 2 of the daypacks", "I'll take it", "buy the blue t-shirt in M".</summary>
    public static async Task AnswerAsync(Talk talk, Intent intent)
    {
        var pending = talk.Memory.Pending;
        var quantity = intent.Quantity ?? (
            pending.Kind is QuestionKind.Variant or QuestionKind.Product or QuestionKind.AddSku ? pending.Quantity : 1);
        var words = References.Telling(intent.What, talk.Lexicon);
        if (words.Count == 0 && pending is { Kind: QuestionKind.AddSku, Subject: { } sku })
        {
            await AddAsync(talk, sku, quantity);
            return;
        }

        if (References.AtPlace(talk.Memory, intent.What, talk.Lexicon) is { } placed && await TrySeenAsync(talk, placed.Id, [], quantity))
            return;
        if (References.ByTitle(talk.Memory, intent.What, talk.Lexicon) is { } named
            && await TrySeenAsync(talk, named.Product.Id, named.Left, quantity))
            return;
        if (talk.Memory.LastProduct is { } last && words.Count > 0 && await TrySeenAsync(talk, last.Id, words, quantity))
            return;
        if (words.Count == 0)
            talk.Send(Reply.Buttons(talk.Words("add_what"), talk.Option("browse", "button_browse"), talk.Option("cart", "button_cart")));
        else
            await SearchAsync(talk, talk.Lexicon.Read(intent.What), quantity);
    }

    /// <summary>"One more": of the line that was changed last.</summary>
    public static async Task OneMoreAsync(Talk talk, Intent intent)
    {
        if (talk.Memory.LastSku is { } sku)
            await AddAsync(talk, sku, intent.Quantity ?? 1);
        else if (talk.Memory.Search is not null)
            await Searching.MoreAsync(talk);
        else
            await AnswerAsync(talk, intent);
    }

    /// <summary>Adds and tells what the cart now holds.</summary>
    public static async Task AddAsync(Talk talk, string sku, int quantity)
    {
        if (quantity is < 1 or > MostPieces)
        {
            talk.Say("quantity_bounds");
            return;
        }

        talk.ForgetConfirmation();
        var answer = await Carts.AddAsync(talk, sku, quantity);
        if (answer.Value is not { } cart)
        {
            await CartRefusals.TellAsync(talk, answer.Refusal!, sku);
            return;
        }

        talk.Memory = talk.Memory with { CartId = cart.CartId, LastSku = sku };
        CartTalk.Added(talk, cart, sku, quantity);
    }

    private static async Task<bool> TrySeenAsync(Talk talk, string productId, IReadOnlyList<string> left, int quantity)
    {
        var answer = await talk.Shop.ProductAsync(productId, talk.Stopping);
        if (answer.Value is not { } product)
            return false;

        var match = Variants.Find(product, left, talk.Lexicon);
        if (match.Rest.Count > 0)
            return false;
        await Choosing.SettleAsync(talk, product, match, quantity);
        return true;
    }

    private static async Task SearchAsync(Talk talk, IReadOnlyList<Token> words, int quantity)
    {
        var wish = Wish.Words(words, talk.Lexicon);
        var answer = await talk.Shop.SearchAsync(wish, PriceRange.Any, Candidates, 0, talk.Stopping);
        if (answer.Value is not { } found)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        if (found is { Products: [var only], SearchedFor: null }
            && await TrySeenAsync(talk, only.Id, MissingFrom(only, wish, talk.Lexicon), quantity))
            return;
        if (Searching.Show(talk, found, talk.Words("add_which"), new LastSearch(wish, null, null, 0)))
            talk.Ask(new Question(QuestionKind.Product, Quantity: quantity));
        else
            await Suggestions.OfferAsync(
                talk, new Intent(IntentKind.Search) { What = wish, Thing = Wish.Thing(words, talk.Lexicon) }, Candidates);
    }

    private static IReadOnlyList<string> MissingFrom(CatalogProduct product, string wish, Lexicon lexicon) =>
        References.ByTitle(new Memory { Results = [new SeenProduct(product.Id, product.Title)] }, wish, lexicon)?.Left ?? [];
}
