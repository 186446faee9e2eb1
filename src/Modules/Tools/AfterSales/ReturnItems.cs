using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class ReturnItems(IRequestClient<ReturnOrderItems> orders, GivenConfirmations given)
    : OrderChange<ReturnOrderItemsInput, ReturnOrderItems>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<ReturnOrderItemsInput, OrderChangeResult>(
        "return_order_items", "Return delivered items", ToolScopes.WriteOrders,
        "Takes pieces of a delivered order back; the refund follows when they have arrived. "
        + "Without confirmation it only shows what would happen; show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override ReturnOrderItems Question(ReturnOrderItemsInput input, ToolCaller caller, bool preview) => new()
    {
        OrderNumber = input.OrderNumber,
        OwnerId = caller.OwnerId,
        Items = [.. input.Items.Select(item => new ReturnedItem { Sku = item.Sku, Quantity = item.Quantity ?? 1 })],
        PaymentMethodId = input.PaymentMethodId,
        Preview = preview,
        Key = caller.Key,
    };
}

internal sealed record ReturnOrderItemsInput : OrderChangeInput
{
    [Description("What goes back.")]
    [Length(1, 50)]
    public required IReadOnlyList<ReturnedItemInput> Items { get; init; }

    [Description("Where the refund goes: the method that paid, or a gift card of the customer's; from get_order or get_customer.")]
    [StringLength(100, MinimumLength = 1)]
    public required string PaymentMethodId { get; init; }
}

internal sealed record ReturnedItemInput
{
    [Description("The SKU that was delivered.")]
    [StringLength(100, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Description("Pieces, 1 unless told.")]
    [Range(1, 99)]
    public int? Quantity { get; init; }
}
