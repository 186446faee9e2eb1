using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>
/// A confirmed checkout closes its cart for good. Where it then ended without an order, its lines are put into a new cart, so that nobody
/// has to choose everything again.
/// </summary>
internal static class Restoring
{
    private const int MostTries = 5;

    /// <summary>The new cart; null where the last checkout was not of this cart, led to an order or left nothing that can be had.</summary>
    public static async Task<CartResult?> TryAsync(Talk talk)
    {
        var memory = talk.Memory;
        if (memory.Paying || memory.EndedCheckoutId is not { } ended || memory.PaidCartId != memory.CartId)
            return null;

        var checkout = (await talk.Shop.CheckoutAsync(ended, talk.Stopping)).Value;
        if (checkout is not { Status: "canceled", LineItems.Count: > 0 })
            return null;

        var created = (await talk.Shop.CreateCartAsync(talk.Stopping)).Value;
        if (created is null)
            return null;

        talk.Memory = memory with { CartId = created.CartId, PaidCartId = null };
        return await FillAsync(talk, created.CartId, checkout.LineItems.ToDictionary(line => line.Sku, line => line.Quantity));
    }

    // What has become short meanwhile is taken as far as there is any.
    private static async Task<CartResult?> FillAsync(Talk talk, string cartId, Dictionary<string, int> wanted)
    {
        for (var tries = 0; tries < MostTries && wanted.Count > 0; tries++)
        {
            var answer = await talk.Shop.ReplaceAsync(cartId, wanted, talk.Stopping);
            if (answer.Value is { } cart)
                return cart;
            if (answer.Refusal?.Sku is not { } sku || !wanted.Remove(sku))
                return null;
            if (answer.Refusal.Available is > 0 and var available)
                wanted[sku] = available;
        }

        return null;
    }
}
