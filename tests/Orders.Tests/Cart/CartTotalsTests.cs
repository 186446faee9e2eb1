using System.Numerics;
using EcommerceBot.Orders.Cart;

namespace EcommerceBot.Orders.Tests.Cart;

public class CartTotalsTests
{
    [Fact]
    public void TenThousandRandomCarts_AddUpAsUnboundedArithmeticSaysOrThrow()
    {
        var random = new Random(20260117);
        var overflows = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var largest = round % 10 == 0 ? long.MaxValue : 10_000_000_00L;
            List<StoredLine> lines = [.. Enumerable.Range(0, random.Next(0, 51)).Select(number => Line(number, random.Next(1, 100), random.NextInt64(0, largest)))];
            var expected = lines.Aggregate(BigInteger.Zero, (sum, line) => sum + (new BigInteger(line.UnitPrice) * line.Quantity));
            if (expected > long.MaxValue)
            {
                overflows++;
                Assert.Throws<OverflowException>(() => CartTotals.Total(lines));
                continue;
            }
            Assert.Equal(expected, CartTotals.Total(lines));
            var rows = CartTotals.Rows(lines);
            Assert.Equal(expected, rows.Single(row => row.Type == "total").Amount);
            Assert.Equal(expected, rows.Where(row => row.Type != "total").Aggregate(BigInteger.Zero, (sum, row) => sum + row.Amount));
            Assert.Equal(expected, lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.ToContract().LineTotal));
        }
        Assert.InRange(overflows, 500, 1000);
    }

    private static StoredLine Line(int number, int quantity, long price) =>
        new($"S{number}", $"p{number}", "Thing", new Dictionary<string, string>(), quantity, price, null);
}
