using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

/// <summary>A quote is never changed under the shopper's eyes: the cart is quoted again, and the old quote ends.</summary>
internal sealed class ChangeCheckout(IRequestClient<GetCheckout> looking, IRequestClient<CreateCheckout> quoting, IRequestClient<CancelCheckout> ending)
    : Tool<UpdateCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateCheckoutInput, CheckoutResult>(
        "update_checkout", "Change the checkout", ToolScopes.WriteOrders,
        "Quotes the cart as it now stands again, with what is new about the buyer; what is left out stays. Returns the new quote under a new checkout_id with a new confirmation; "
        + "the old checkout ends. Not for a checkout that is completed or being paid.") with
    { Destructive = true };

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(UpdateCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(input.CheckoutId, out var id))
            return Refusals.CheckoutNotFound();
        var found = await looking.GetResponse<CheckoutDetails, CheckoutNotFound>(new GetCheckout { CheckoutId = id, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        if (!found.Is(out Response<CheckoutDetails>? old))
            return Refusals.CheckoutNotFound();
        // A cancelled one passes: it may be this very call, repeated.
        if (old.Message.Status is not ("incomplete" or "ready_for_complete" or "canceled"))
            return Refusals.CheckoutUnderWay();

        var question = new CreateCheckout { CartId = old.Message.CartId, OwnerId = caller.OwnerId, Buyer = Merge(old.Message.Buyer, input.Buyer), Key = caller.Key };
        var answer = await quoting.GetResponse<CheckoutDetails, CheckoutRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (!answer.Is(out Response<CheckoutDetails>? quote))
            return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CartNotFound();
        await ending.GetResponse<CheckoutDetails, CheckoutRefused, CheckoutNotFound>(
            new CancelCheckout { CheckoutId = id, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return quote.Message.Result();
    }

    private static Buyer? Merge(Buyer? known, BuyerInput? given) => known is null && given is null ? null : new Buyer
    {
        Name = given?.Name ?? known?.Name,
        Email = given?.Email ?? known?.Email,
        Address = given?.Address ?? known?.Address,
    };
}

internal sealed record UpdateCheckoutInput : KeyedInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }

    [Description("What is new about who buys and where it goes, as the shopper gave it. Never make it up.")]
    public BuyerInput? Buyer { get; init; }
}
