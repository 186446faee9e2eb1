using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

/// <summary>An emptied cart is what is left of one that was given up: a checkout quoted from it is bound to its version and cannot be completed any more.</summary>
internal sealed class GiveUpCart(IRequestClient<ReplaceCart> orders) : Tool<CancelCartInput, CartResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<CancelCartInput, CartResult>(
        "cancel_cart", "Give a cart up", ToolScopes.WriteCart,
        "Takes everything out of a cart the shopper no longer wants; a checkout quoted from it can no longer be completed. The cart_id stays good for a new start.") with
    { Destructive = true, Idempotent = true };

    protected override async Task<ToolAnswer<CartResult>> HandleAsync(CancelCartInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new ReplaceCart { CartId = input.CartId, OwnerId = caller.OwnerId, Lines = [], Key = caller.Key };
        return UpdateCart.Answer(await orders.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }
}

internal sealed record CancelCartInput : KeyedInput
{
    [Description("The cart_id that create_cart returned.")]
    [StringLength(200, MinimumLength = 1)]
    public required string CartId { get; init; }
}
