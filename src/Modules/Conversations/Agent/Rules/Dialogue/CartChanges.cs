using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>
/// Changes lines of the cart. Every change starts from the cart as it now stands, so an old button cannot bring a line back.
/// </summary>
internal static class CartChanges
{
    /// <summary>"Remove the boots".</summary>
    public static Task RemoveAsync(Talk talk, Intent intent) => ChangeAsync(talk, intent.What, 0);

    /// <summary>"Make it 3", "change the boots to 2".</summary>
    public static Task SetAsync(Talk talk, Intent intent) => ChangeAsync(talk, intent.What, intent.Quantity ?? 1);

    /// <summary>A button: this line to so many; 0 removes it.</summary>
    public static async Task SetLineAsync(Talk talk, string sku, int quantity)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        if (cart.LineItems.Any(line => line.Sku == sku))
            await ApplyAsync(talk, cart, sku, quantity);
        else
            CartTalk.Show(talk, cart, talk.Words("not_in_cart"));
    }

    public static async Task AskEmptyAsync(Talk talk)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        talk.Ask(new Question(QuestionKind.EmptyCart, cart.CartId, cart.Version));
        talk.Send(Reply.Buttons(
            talk.Words("empty_sure", ("count", $"{cart.LineItems.Sum(line => line.Quantity)}")),
            talk.Option($"emptied:{cart.CartId}:{cart.Version}", "button_empty_yes"), talk.Option("cart", "button_keep")));
    }

    /// <summary>Empties the cart if it is still the one, and as full as it was, when the shopper was asked.</summary>
    public static async Task EmptyAsync(Talk talk, string cartId, int version)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        if (cart.CartId != cartId || cart.Version != version)
        {
            await AskEmptyAsync(talk);
            return;
        }

        talk.ForgetConfirmation();
        var answer = await talk.Shop.ReplaceAsync(cartId, new Dictionary<string, int>(), talk.Stopping);
        if (answer.Refusal is { } refusal)
        {
            await CartRefusals.TellAsync(talk, refusal, "");
            return;
        }

        talk.Memory = talk.Memory with { LastSku = null };
        CartTalk.Empty(talk);
    }

    private static async Task ChangeAsync(Talk talk, string what, int quantity)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;

        var meant = Meant(talk, cart, what);
        if (meant is [var line])
            await ApplyAsync(talk, cart, line.Sku, quantity);
        else if (meant.Count == 0)
            CartTalk.Show(talk, cart, talk.Words("not_in_cart"));
        else
            CartTalk.Which(talk, meant, "qty", $":{quantity}");
    }

    private static IReadOnlyList<LineItem> Meant(Talk talk, CartResult cart, string what)
    {
        if (References.Telling(what, talk.Lexicon).Count > 0)
            return References.Lines(cart, what, talk.Lexicon);
        return cart.LineItems.FirstOrDefault(line => line.Sku == talk.Memory.LastSku) is { } last ? [last] : cart.LineItems;
    }

    private static async Task ApplyAsync(Talk talk, CartResult cart, string sku, int quantity)
    {
        if (quantity is < 0 or > Adding.MostPieces)
        {
            talk.Say("quantity_bounds");
            return;
        }

        talk.ForgetConfirmation();
        var answer = await talk.Shop.SetAsync(cart.CartId, sku, quantity, talk.Stopping);
        if (answer.Value is not { } changed)
        {
            await CartRefusals.TellAsync(talk, answer.Refusal!, sku);
            return;
        }

        talk.Memory = talk.Memory with { LastSku = quantity == 0 ? null : sku };
        CartTalk.Show(talk, changed, talk.Words(quantity == 0 ? "removed" : "changed"));
    }
}
