using EcommerceBot.Conversations.Agent.Rules.Shop;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Reaches the shopper's cart.</summary>
internal static class Carts
{
    /// <summary>The cart as it stands; null where there is none, and then that is told.</summary>
    public static async Task<CartResult?> OpenAsync(Talk talk)
    {
        if (talk.Memory.CartId is not { } cartId)
        {
            CartTalk.Empty(talk);
            return null;
        }

        var answer = await talk.Shop.CartAsync(cartId, talk.Stopping);
        if (answer.Value is { LineItems.Count: > 0 } cart)
            return cart;
        if (answer.Refusal is { } refusal && !IsGone(refusal.Code))
        {
            Refusals.Tell(talk, refusal);
            return null;
        }

        if (answer.Value is null && await Restoring.TryAsync(talk) is { } restored)
            return restored;
        if (answer.Value is not null
            || !talk.Memory.Paying
            || talk.Memory.CheckoutId is not { } paying
            || !await Paying.TellStateAsync(talk, paying))
            CartTalk.Empty(talk);
        return null;
    }

    /// <summary>Adds to the cart; where there is none or it is closed, to a new one.</summary>
    public static async Task<Answer<CartResult>> AddAsync(Talk talk, string sku, int quantity)
    {
        if (talk.Memory.CartId is { } cartId)
        {
            var answer = await talk.Shop.AddAsync(cartId, sku, quantity, talk.Stopping);
            if (!IsGone(answer.Code))
                return answer;
        }

        var created = await talk.Shop.CreateCartAsync(talk.Stopping);
        if (created.Value is not { } cart)
            return created;
        talk.Memory = talk.Memory with { CartId = cart.CartId, LastSku = null };
        return await talk.Shop.AddAsync(cart.CartId, sku, quantity, talk.Stopping);
    }

    private static bool IsGone(string code) => code is "not_found" or "cart_not_found" or "cart_closed";
}
