using System.ComponentModel;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class RedirectOrder(IRequestClient<UpdateOrderAddress> orders, GivenConfirmations given)
    : OrderChange<UpdateOrderAddressInput, UpdateOrderAddress>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateOrderAddressInput, OrderChangeResult>(
        "update_order_address", "Send an order elsewhere", ToolScopes.WriteOrders,
        "Changes where an order goes that is not processed yet. Without confirmation it only shows what would happen; "
        + "show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override UpdateOrderAddress Question(UpdateOrderAddressInput input, ToolCaller caller, bool preview) =>
        new() { OrderNumber = input.OrderNumber, OwnerId = caller.OwnerId, Address = input.Address.ToAddress(), Preview = preview, Key = caller.Key };
}

internal sealed record UpdateOrderAddressInput : OrderChangeInput
{
    [Description("The whole new address.")]
    public required AddressInput Address { get; init; }
}
