using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

/// <summary>Takes a guest's cart over once the guest is known. Only who proves to be that guest as well gets this far: a cart's handle alone is no authority.</summary>
internal sealed class TakeOverCart(IRequestClient<CreateCart> creating, IRequestClient<MergeCart> merging) : Tool<MergeCartInput, CartResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<MergeCartInput, CartResult>(
        "merge_cart", "Take a guest's cart over", ToolScopes.WriteCart,
        "After the shopper has signed in: puts what they had aside as a guest into their own cart, as far as stock and limits allow, and ends the guest's cart. "
        + "Tell the shopper its messages: they say what could not be taken over and which prices have moved.") with
    { Destructive = true };

    protected override async Task<ToolAnswer<CartResult>> HandleAsync(MergeCartInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (caller.GuestOwnerId is not { } guest)
            return Refusals.GuestCartNotFound();
        var cartId = input.CartId;
        if (cartId is null)
        {
            var created = await creating.GetResponse<CartContents, CartRefused>(new CreateCart { OwnerId = caller.OwnerId, Key = caller.KeyOf(1) }, cancellationToken, caller.Patience.Rest);
            if (!created.Is(out Response<CartContents>? fresh))
                return created.Is(out Response<CartRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CartNotFound();
            cartId = fresh.Message.CartId;
        }
        var question = new MergeCart { GuestCartId = input.GuestCartId, GuestOwnerId = guest, CartId = cartId, OwnerId = caller.OwnerId, Key = caller.Key };
        return UpdateCart.Answer(await merging.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }
}

internal sealed record MergeCartInput : KeyedInput
{
    [Description("The cart_id that create_cart returned before the shopper signed in.")]
    [StringLength(200, MinimumLength = 1)]
    public required string GuestCartId { get; init; }

    [Description("The shopper's own cart, which is kept; a new one where it is left out.")]
    [StringLength(200, MinimumLength = 1)]
    public string? CartId { get; init; }
}
