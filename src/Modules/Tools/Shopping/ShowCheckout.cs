using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class ShowCheckout(IRequestClient<GetCheckout> orders) : Tool<GetCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<GetCheckoutInput, CheckoutResult>(
        "get_checkout", "Show a checkout", ToolScopes.ReadOrders,
        "Shows a checkout as it stands: its status, totals in minor units, the payment page (continue_url) while it waits for payment, and the order number once it is paid.");

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(GetCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(input.CheckoutId, out var id))
            return Refusals.CheckoutNotFound();
        var answer = await orders.GetResponse<CheckoutDetails, CheckoutNotFound>(
            new GetCheckout { CheckoutId = id, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<CheckoutDetails>? checkout) ? checkout.Message.Result() : Refusals.CheckoutNotFound();
    }
}
