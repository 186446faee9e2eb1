using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

internal sealed class PayOtherwise(IRequestClient<UpdateOrderPayment> orders, GivenConfirmations given)
    : OrderChange<UpdateOrderPaymentInput, UpdateOrderPayment>(orders, given, Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateOrderPaymentInput, OrderChangeResult>(
        "update_order_payment", "Pay an order otherwise", ToolScopes.WriteOrders,
        "Pays an order that is not processed yet with another method of the customer's and gives the first payment back. "
        + "Without confirmation it only shows what would happen; show that to the customer, and when they agree call again with the confirmation.") with
    { Destructive = true, Idempotent = true };

    protected override UpdateOrderPayment Question(UpdateOrderPaymentInput input, ToolCaller caller, bool preview) =>
        new() { OrderNumber = input.OrderNumber, OwnerId = caller.OwnerId, PaymentMethodId = input.PaymentMethodId, Preview = preview, Key = caller.Key };
}

internal sealed record UpdateOrderPaymentInput : OrderChangeInput
{
    [Description("A payment_method_id of the customer's, from get_customer.")]
    [StringLength(100, MinimumLength = 1)]
    public required string PaymentMethodId { get; init; }
}
