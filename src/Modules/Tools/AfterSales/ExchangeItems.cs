using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class ExchangeItems(IRequestClient<ExchangeOrderItems> orders, GivenConfirmations given)
    : OrderChange<ItemChangesInput, ExchangeOrderItems>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<ItemChangesInput, OrderChangeResult>(
        "exchange_order_items", "Exchange delivered items", ToolScopes.WriteOrders,
        "Exchanges pieces of a delivered order for other options of the same products; once per order, so collect all first. The difference is settled when the pieces have come back. "
        + "Without confirmation it only shows what would happen; show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override ExchangeOrderItems Question(ItemChangesInput input, ToolCaller caller, bool preview) => new()
    {
        OrderNumber = input.OrderNumber,
        OwnerId = caller.OwnerId,
        Changes = input.ToChanges(),
        PaymentMethodId = input.PaymentMethodId,
        Preview = preview,
        Key = caller.Key,
    };
}
