using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

/// <summary>A quote is never changed under the shopper's eyes: the cart is quoted again, and the old quote ends. One that waits for its money can be paid in another way.</summary>
internal sealed class ChangeCheckout(
    IRequestClient<GetCheckout> looking, IRequestClient<CreateCheckout> quoting, IRequestClient<CancelCheckout> ending, IRequestClient<ChoosePaymentMethod> paying)
    : Tool<UpdateCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateCheckoutInput, CheckoutResult>(
        "update_checkout", "Change the checkout", ToolScopes.WriteOrders,
        "Quotes the cart as it now stands again, with what is new; what is left out stays. Returns the new quote under a new checkout_id with a new confirmation; "
        + "the old checkout ends. For a checkout that waits for its payment only payment_method can be given: it keeps its id, and the page before takes no more money.") with
    { Destructive = true };

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(UpdateCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(input.CheckoutId, out var id))
            return Refusals.CheckoutNotFound();
        if (input.PaymentMethod is { } method)
            return input.ChangesTheQuote() ? Refusals.InvalidArguments(["Give payment_method alone: the quote of a checkout that waits for its payment cannot be changed."])
                : await PayAsync(id, method, caller, cancellationToken);
        var found = await looking.GetResponse<CheckoutDetails, CheckoutNotFound>(new GetCheckout { CheckoutId = id, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        if (!found.Is(out Response<CheckoutDetails>? old))
            return Refusals.CheckoutNotFound();
        // A cancelled one passes: it may be this very call, repeated.
        if (old.Message.Status is not ("incomplete" or "ready_for_complete" or "canceled"))
            return Refusals.CheckoutUnderWay();
        return await QuoteAsync(old.Message, input, caller, cancellationToken);
    }

    private async Task<ToolAnswer<CheckoutResult>> QuoteAsync(CheckoutDetails old, UpdateCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new CreateCheckout
        {
            CartId = old.CartId,
            OwnerId = caller.OwnerId,
            Buyer = Merge(old.Buyer, input.Buyer),
            ShipTo = input.ShipTo?.ToAddress() ?? old.ShipTo,
            // Another address may be served in other ways: then the first of those stands.
            ShippingMethodId = input.ShippingMethodId ?? (input.ShipTo is null ? old.ShippingMethodId : null),
            CouponCodes = input.CouponCodes ?? [.. old.Coupons.Select(coupon => coupon.Code)],
            Key = caller.Key,
        };
        var answer = await quoting.GetResponse<CheckoutDetails, CheckoutRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (!answer.Is(out Response<CheckoutDetails>? quote))
            return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CartNotFound();
        await ending.GetResponse<CheckoutDetails, CheckoutRefused, CheckoutNotFound>(
            new CancelCheckout { CheckoutId = old.CheckoutId, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return quote.Message.Result();
    }

    private async Task<ToolAnswer<CheckoutResult>> PayAsync(Guid id, string method, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new ChoosePaymentMethod { CheckoutId = id, OwnerId = caller.OwnerId, PaymentMethod = method, Key = caller.Key };
        var answer = await paying.GetResponse<CheckoutDetails, CheckoutRefused, CheckoutNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CheckoutDetails>? checkout))
            return checkout.Message.Result();
        return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CheckoutNotFound();
    }

    private static Buyer? Merge(Buyer? known, BuyerInput? given) => known is null && given is null ? null : new Buyer
    {
        Name = given?.Name ?? known?.Name,
        Email = given?.Email ?? known?.Email,
        Address = given?.Address ?? known?.Address,
    };
}

internal sealed record UpdateCheckoutInput : QuoteInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }

    [Description("Only for a checkout that waits for its payment, and then alone: pay in another way, as after a decline. One of the checkout's payment_methods.")]
    [AllowedValues("online", "cash_on_delivery", "bank_transfer")]
    public string? PaymentMethod { get; init; }

    public bool ChangesTheQuote() => Buyer is not null || ShipTo is not null || ShippingMethodId is not null || CouponCodes is not null;
}
