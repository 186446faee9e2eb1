using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class ChangeItems(IRequestClient<UpdateOrderItems> orders, GivenConfirmations given) : OrderChange<ItemChangesInput, UpdateOrderItems>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<ItemChangesInput, OrderChangeResult>(
        "update_order_items", "Change an order's items", ToolScopes.WriteOrders,
        "Gives other options of the same products in an order that is not processed yet; once per order, so collect all changes first. The difference is charged or given back at once. "
        + "Without confirmation it only shows what would happen; show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override UpdateOrderItems Question(ItemChangesInput input, ToolCaller caller, bool preview) => new()
    {
        OrderNumber = input.OrderNumber,
        OwnerId = caller.OwnerId,
        Changes = input.ToChanges(),
        PaymentMethodId = input.PaymentMethodId,
        Preview = preview,
        Key = caller.Key,
    };
}
