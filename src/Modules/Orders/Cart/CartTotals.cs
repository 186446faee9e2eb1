using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Cart;

/// <summary>The one place where money is added up: chat, MCP, REST and the payment page all show what stands here. An overflow throws rather than wraps.</summary>
internal static class CartTotals
{
    public static long LineTotal(long unitPrice, int quantity) => checked(unitPrice * quantity);

    public static long Total(IEnumerable<StoredLine> lines) =>
        lines.Aggregate(0L, (sum, line) => checked(sum + LineTotal(line.UnitPrice, line.Quantity)));

    /// <summary>The rows that are shown; all but <c>total</c> add up to it.</summary>
    public static IReadOnlyList<TotalLine> Rows(IEnumerable<StoredLine> lines)
    {
        var subtotal = Total(lines);
        return [new TotalLine { Type = "subtotal", Amount = subtotal }, new TotalLine { Type = "total", Amount = subtotal }];
    }
}
