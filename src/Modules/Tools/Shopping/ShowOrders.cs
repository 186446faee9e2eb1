using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class ShowOrders(IRequestClient<ListOrders> orders) : Tool<ListOrdersInput, OrdersResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<ListOrdersInput, OrdersResult>(
        "list_orders", "List orders", ToolScopes.ReadOrders, "Lists the caller's own orders, newest first.");

    protected override async Task<ToolAnswer<OrdersResult>> HandleAsync(ListOrdersInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var found = await orders.GetResponse<OrdersFound>(
            new ListOrders { OwnerId = caller.OwnerId, Limit = input.Limit ?? 10 }, cancellationToken, caller.Patience.Rest);
        return new OrdersResult { Orders = [.. found.Message.Orders.Select(order => order.Result())] };
    }
}

internal sealed record ListOrdersInput
{
    [Description("How many orders, 10 unless told.")]
    [Range(1, 50)]
    public int? Limit { get; init; }
}
