using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Says why the cart could not be changed, and what can be done.</summary>
internal static class CartRefusals
{
    public static async Task TellAsync(Talk talk, ToolRefusal refusal, string sku)
    {
        switch (refusal.Code)
        {
            case "out_of_stock":
                await OutOfStockAsync(talk, refusal.Sku ?? sku, refusal.Available ?? 0);
                break;
            case "key_reused":
                talk.Say("cart_unsure");
                await CartTalk.ShowAsync(talk);
                break;
            case "unavailable":
                talk.Send(
                    Reply.Buttons(
                        talk.Words("cart_unavailable"), talk.Option("cart", "button_cart"), talk.Option("human", "button_human")));
                break;
            default:
                Refusals.Tell(talk, refusal);
                break;
        }
    }

    // The number counts for the whole line, so what is in the cart already is part of it.
    private static async Task OutOfStockAsync(Talk talk, string sku, int available)
    {
        var held = talk.Memory.CartId is { } cartId && (await talk.Shop.CartAsync(cartId, talk.Stopping)).Value is { } cart
            ? cart.LineItems.FirstOrDefault(line => line.Sku == sku)?.Quantity ?? 0
            : 0;
        var n = $"{available}";
        if (available <= 0)
            talk.Send(
                Reply.Buttons(talk.Words("out_of_stock_none"), talk.Option("browse", "button_browse"), talk.Option("cart", "button_cart")));
        else if (available == held)
            talk.Send(
                Reply.Buttons(
                    talk.Words("out_of_stock_held", ("n", n)),
                    talk.Option("checkout", "button_checkout"),
                    talk.Option("cart", "button_cart")));
        else
            talk.Send(Reply.Buttons(
                talk.Words("out_of_stock_some", ("n", n)),
                talk.Option(held > 0 ? $"qty:{sku}:{n}" : $"add:{sku}:{n}", "button_take", ("n", n)), talk.Option("cart", "button_cart")));
    }
}
