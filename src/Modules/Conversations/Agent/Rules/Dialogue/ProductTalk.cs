using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Shows one product.</summary>
internal static class ProductTalk
{
    private const int LongestTitle = 200;
    private const int LongestDescription = 600;

    /// <summary>"Tell me about the second one", "how much is the tent?".</summary>
    public static async Task AnswerAsync(Talk talk, Intent intent)
    {
        if (References.AtPlace(talk.Memory, intent.What, talk.Lexicon) is { } placed)
            await ShowAsync(talk, placed.Id);
        else if (References.ByTitle(talk.Memory, intent.What, talk.Lexicon) is { Left.Count: 0 } named)
            await ShowAsync(talk, named.Product.Id);
        else
            await SearchAsync(talk, intent.What);
    }

    /// <summary>Details with what can be chosen.</summary>
    public static async Task ShowAsync(Talk talk, string productId, int quantity = 1)
    {
        var answer = await talk.Shop.ProductAsync(productId, talk.Stopping);
        if (answer.Value is not { } product)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        Remember(talk, product);
        var details = Details(product, talk);
        if (product.ImageUrl is { Length: > 0 } picture)
        {
            talk.Send(Reply.Image(details, picture));
            details = "";
        }

        Choosing.Ask(talk, product, product.Variants, details, quantity);
    }

    public static void Remember(Talk talk, ProductResult product) =>
        talk.Memory = talk.Memory with { LastProduct = new SeenProduct(product.Id, Clip.Line(product.Title, Limits.Echo)) };

    private static async Task SearchAsync(Talk talk, string what)
    {
        var words = talk.Lexicon.Read(what);
        var wish = Wish.Words(words, talk.Lexicon);
        if (wish.Length == 0)
            SmallTalk.Unclear(talk);
        else
            await Searching.SearchAsync(talk, new Intent(IntentKind.Search) { What = wish, Thing = Wish.Thing(words, talk.Lexicon) });
    }

    private static string Details(ProductResult product, Talk talk)
    {
        var description = Clip.Text(Folding.Clean(product.Description), LongestDescription);
        string?[] lines = [Clip.Line(product.Title, LongestTitle), product.Brand, Price(product, talk), "", description];
        return string.Join('\n', lines.Where(line => line is not null)).Trim();
    }

    private static string? Price(ProductResult product, Talk talk)
    {
        if (product.Variants.Count == 0)
            return null;

        var cheapest = product.Variants.MinBy(variant => variant.Price.Amount)!.Price;
        var price = Money.Write(cheapest.Amount, cheapest.Currency, talk.Lexicon.File);
        return product.Variants.Any(variant => variant.Price.Amount != cheapest.Amount)
            ? talk.Words("price_from", ("price", price))
            : price;
    }
}
