using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>Gives money back by hand, never more than was paid; a return that is refunded is over.</summary>
internal static class Refunding
{
    public static OrderRefused? Apply(Order order, Wallet wallet, long? asked, string? methodId, DateTimeOffset now)
    {
        var paid = order.NetPaid();
        var total = order.LeftToGiveBack();
        if ((asked ?? order.Return?.Refund) is not { } amount || amount <= 0 || amount > total)
            return Refusals.Because("nothing_to_refund", $"Between {Money.Show(1, order.Currency)} and {Money.Show(total, order.Currency)} can be given back. Name an amount.");
        var to = methodId ?? order.Return?.PaymentMethodId ?? (paid is [var (only, _)] ? only : null);
        var net = paid.Where(x => x.MethodId == to).Sum(x => x.Amount);
        var method = to is null ? null : wallet.Find(to);
        if (to is null || (method is null && net == 0))
            return Refusals.UnknownMethod();
        // A card or provider takes back what it has paid; more than that only a balance can take.
        if (amount > net && method is not { HoldsMoney: true })
            return Refusals.Because("payment_method_not_allowed", $"This method has paid {Money.Show(net, order.Currency)} and cannot get more back. Name a gift card, or a smaller amount.");
        order.GiveBack(wallet, to, amount, now);
        if (order.Status == OrderStatus.ReturnRequested)
        {
            order.Status = OrderStatus.Returned;
            order.Moves = new StockMoves("return", [.. (order.Return?.Items ?? []).SelectMany(item => PieceCount.Take([.. order.Lines], item.Sku, item.Quantity) ?? [])], []);
        }
        return null;
    }
}
