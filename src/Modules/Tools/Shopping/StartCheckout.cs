using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class StartCheckout(IRequestClient<CreateCheckout> orders) : Tool<CreateCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<CreateCheckoutInput, CheckoutResult>(
        "create_checkout", "Start the checkout", ToolScopes.WriteOrders,
        "Quotes a cart: lines, discounts, delivery, tax and total in minor units. Nothing is reserved or charged. Messages say what is missing, such as the buyer's address. "
        + "A refusal price_changed says which prices have moved: tell the shopper, then call again; the cart has the new prices. "
        + "Show the quote to the shopper; when they agree, pass its confirmation to complete_checkout.");

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(CreateCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var buyer = input.Buyer is { } given ? new Buyer { Name = given.Name, Email = given.Email, Address = given.Address } : null;
        var question = new CreateCheckout
        {
            CartId = input.CartId,
            OwnerId = caller.OwnerId,
            Buyer = buyer,
            ShipTo = input.ShipTo?.ToAddress(),
            ShippingMethodId = input.ShippingMethodId,
            CouponCodes = input.CouponCodes ?? [],
            Key = caller.Key,
        };
        var answer = await orders.GetResponse<CheckoutDetails, CheckoutRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CheckoutDetails>? checkout))
            return checkout.Message.Result();
        return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CartNotFound();
    }
}

internal sealed record CreateCheckoutInput : QuoteInput
{
    [Description("The cart_id to buy.")]
    [StringLength(200, MinimumLength = 1)]
    public required string CartId { get; init; }
}
