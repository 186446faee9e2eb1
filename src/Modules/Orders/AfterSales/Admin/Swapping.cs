using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>Carries an exchange out at the prices that were promised when it was asked for.</summary>
internal static class Swapping
{
    public static OrderRefused? Apply(Order order, Wallet wallet, DateTimeOffset now)
    {
        if (order is not { Status: OrderStatus.ExchangeRequested, Exchange: { NewLines.Count: > 0 } exchange })
            return Refusals.Because("not_requested", $"No exchange was asked for, and this order is {order.Status}.");
        if (wallet.Find(exchange.PaymentMethodId) is not { } method)
            return Refusals.UnknownMethod();
        if (exchange.Difference > 0 && Refusals.UnlessCovered(method, exchange.Difference, order.Currency) is { } uncovered)
            return uncovered;
        var (rest, back, fresh) = (order.Lines.ToList(), new List<StoredLine>(), new List<StoredLine>());
        foreach (var (change, promised) in exchange.Changes.Zip(exchange.NewLines))
        {
            if (PieceCount.Take(rest, change.Sku, change.Quantity) is not { } taken)
                return ItemSwap.UnknownItem(change.Sku);
            back.AddRange(taken);
            fresh.Add(ItemSwap.InPlaceOf(taken, StoredLine.Of(promised)));
        }
        order.Reprice(ItemSwap.Of(rest, back, fresh));
        if (exchange.Difference > 0)
            order.Charge(method, exchange.Difference, now);
        else if (exchange.Difference < 0)
            order.GiveBack(wallet, method.Id, -exchange.Difference, now);
        order.Status = OrderStatus.Exchanged;
        order.Moves = new StockMoves("exchange", back, fresh);
        return null;
    }
}
