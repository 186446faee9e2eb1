using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class EndCheckout(IRequestClient<CancelCheckout> orders) : Tool<CancelCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<CancelCheckoutInput, CheckoutResult>(
        "cancel_checkout", "Cancel the checkout", ToolScopes.WriteOrders,
        "Ends a checkout that is not paid and gives back what it held. The cart stays.") with
    { Destructive = true, Idempotent = true };

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(CancelCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(input.CheckoutId, out var id))
            return Refusals.CheckoutNotFound();
        var answer = await orders.GetResponse<CheckoutDetails, CheckoutRefused, CheckoutNotFound>(
            new CancelCheckout { CheckoutId = id, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CheckoutDetails>? checkout))
            return checkout.Message.Result();
        return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CheckoutNotFound();
    }
}
