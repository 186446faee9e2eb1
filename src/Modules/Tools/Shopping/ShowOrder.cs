using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class ShowOrder(IRequestClient<GetOrder> orders) : Tool<GetOrderInput, OrderResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<GetOrderInput, OrderResult>(
        "get_order", "Show an order", ToolScopes.ReadOrders, "Shows an order by its number: status, lines, totals in minor units, and where it goes.");

    protected override async Task<ToolAnswer<OrderResult>> HandleAsync(GetOrderInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await orders.GetResponse<OrderDetails, OrderNotFound>(
            new GetOrder { OrderNumber = input.OrderNumber, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<OrderDetails>? order) ? order.Message.Result() : Refusals.OrderNotFound();
    }
}

internal sealed record GetOrderInput
{
    [Description("As printed on the confirmation; letter case and spaces do not matter.")]
    [StringLength(100, MinimumLength = 1)]
    public required string OrderNumber { get; init; }
}
