using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Moves money for an order: its ledger and the balances of gift cards and store credit change together or not at all.</summary>
internal static class OrderMoney
{
    /// <summary>What each method has paid and not got back, above zero only, in the order in which they paid.</summary>
    public static IReadOnlyList<(string MethodId, long Amount)> NetPaid(this Order order) =>
    [
        .. order.Ledger.OrderBy(entry => entry.Sequence).GroupBy(entry => entry.MethodId)
            .Select(entries => (entries.Key, entries.Sum(entry => entry.Kind == LedgerEntry.PaymentKind ? entry.Amount : -entry.Amount)))
            .Where(net => net.Item2 > 0),
    ];

    /// <summary>What was paid and not given back by any way: a refund to a gift card leaves less for the card that paid.</summary>
    public static long LeftToGiveBack(this Order order) =>
        Math.Max(0, order.Ledger.Sum(entry => entry.Kind == LedgerEntry.PaymentKind ? entry.Amount : -entry.Amount));

    /// <summary>Charges a method whose balance was looked at before.</summary>
    public static void Charge(this Order order, PaymentMethod method, long amount, DateTimeOffset now)
    {
        method.Take(amount);
        order.Enter(LedgerEntry.PaymentKind, method.Id, amount, now, method.HoldsMoney ? now : null);
    }

    /// <summary>Gives back the way it came, or to a method of the customer's: at once to a balance, within 5 to 7 business days elsewhere. Never more in all than was paid.</summary>
    public static void GiveBack(this Order order, Wallet wallet, string methodId, long wanted, DateTimeOffset now)
    {
        var amount = Math.Min(wanted, order.LeftToGiveBack());
        if (amount <= 0)
            return;
        var method = wallet.Find(methodId);
        method?.Give(amount);
        order.Enter(LedgerEntry.RefundKind, methodId, amount, now, method is { HoldsMoney: true } ? now : null);
    }

    public static void Enter(this Order order, string kind, string methodId, long amount, DateTimeOffset now, DateTimeOffset? settledAt) => order.Ledger.Add(new LedgerEntry
    {
        OrderNumber = order.Number,
        Sequence = order.Ledger.Count + 1,
        Kind = kind,
        Amount = amount,
        MethodId = methodId,
        At = now,
        SettledAt = settledAt,
    });
}
