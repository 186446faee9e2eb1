using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Takes delivered pieces back, each for what was really paid for it; the money goes to the method that paid or to a gift card, once they have arrived.</summary>
internal static class Returning
{
    public static OrderRefused? Apply(Order order, Wallet wallet, IReadOnlyList<ReturnedItem> items, string methodId)
    {
        if (Refusals.UnlessDelivered(order) is { } refusal)
            return refusal;
        if (ItemSwap.RefuseSize(items.Count, items.Select(item => item.Quantity)) is { } size)
            return size;
        var paidWith = order.NetPaid();
        if (wallet.Find(methodId) is not { } method)
        {
            if (paidWith.All(paid => paid.MethodId != methodId))
                return Refusals.UnknownMethod();
        }
        else if (method.Kind != PaymentMethod.GiftCard && paidWith.All(paid => paid.MethodId != methodId))
            return Refusals.Because("payment_method_not_allowed", "A refund goes to the method that paid the order, or to a gift card of the customer's.");
        var (rest, refund) = (order.Lines.ToList(), 0L);
        foreach (var item in items)
        {
            if (PieceCount.Take(rest, item.Sku, item.Quantity) is not { } taken)
                return ItemSwap.UnknownItem(item.Sku);
            refund = checked(refund + taken.Sum(line => line.Paid));
        }
        // Never more than was paid, whatever the lines say.
        order.Return = new OrderReturn { Items = items, PaymentMethodId = methodId, Refund = Math.Min(refund, order.LeftToGiveBack()) };
        order.Status = OrderStatus.ReturnRequested;
        return null;
    }
}
