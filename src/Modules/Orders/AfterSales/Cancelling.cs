using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Cancels an order that is still placed: every method gets back what it paid.</summary>
internal static class Cancelling
{
    private static readonly string[] Reasons = ["no longer needed", "ordered by mistake"];

    public static OrderRefused? Apply(Order order, Wallet wallet, string reason, DateTimeOffset now)
    {
        if (Refusals.UnlessPending(order) is { } refusal)
            return refusal;
        var known = Reasons.FirstOrDefault(known => string.Equals(known, reason.Trim(), StringComparison.OrdinalIgnoreCase));
        if (known is null)
            return Refusals.Because("invalid_reason", $"An order is cancelled because it is \"{string.Join("\" or \"", Reasons)}\"; no other reason is accepted.");
        foreach (var (methodId, amount) in order.NetPaid())
            order.GiveBack(wallet, methodId, amount, now);
        order.IsCashDue = false;
        order.Moves = new StockMoves("cancellation", order.Lines, []);
        order.Status = OrderStatus.Cancelled;
        order.CancelReason = known;
        return null;
    }
}
