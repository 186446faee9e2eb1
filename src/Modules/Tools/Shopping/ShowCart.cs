using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class ShowCart(IRequestClient<GetCart> orders) : Tool<GetCartInput, CartResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<GetCartInput, CartResult>(
        "get_cart", "Show a cart", ToolScopes.WriteCart, 
        "Shows what is in a cart now, with prices and the total in minor units. Tell the shopper its messages: they say what has moved in price or stock since it was shown.");

    protected override async Task<ToolAnswer<CartResult>> HandleAsync(GetCartInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await orders.GetResponse<CartContents, CartNotFound>(
            new GetCart { CartId = input.CartId, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<CartContents>? cart) ? cart.Message.Result() : Refusals.CartNotFound();
    }
}

internal sealed record GetCartInput
{
    [Description("The cart_id that create_cart returned.")]
    [StringLength(200, MinimumLength = 1)]
    public required string CartId { get; init; }
}
