using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class EndOrder(IRequestClient<CancelOrder> orders, GivenConfirmations given) : OrderChange<CancelOrderInput, CancelOrder>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<CancelOrderInput, OrderChangeResult>(
        "cancel_order", "Cancel an order", ToolScopes.WriteOrders,
        "Cancels an order that is not processed yet and gives all money back the way it came. Without confirmation it only shows what would happen; "
        + "show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override CancelOrder Question(CancelOrderInput input, ToolCaller caller, bool preview) =>
        new() { OrderNumber = input.OrderNumber, OwnerId = caller.OwnerId, Reason = input.Reason, Preview = preview, Key = caller.Key };
}

internal sealed record CancelOrderInput : OrderChangeInput
{
    [Description("Why, as the customer said.")]
    [AllowedValues("no longer needed", "ordered by mistake")]
    public required string Reason { get; init; }
}
