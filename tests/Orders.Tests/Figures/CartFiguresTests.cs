using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Figures;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Figures;

/// <summary>What <c>/metrics</c> says of the carts of the last day.</summary>
public class CartFiguresTests
{
    [Theory, BothStores]
    public async Task CartsOfTheLastDay_AreOpenLeftBehindOrBought_AndEmptyOnesNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var now = till.Time.GetUtcNow();
        await till.ReadAsync(async db =>
        {
            db.AddRange(Cart(now, 0.5), Cart(now, 0.1), Cart(now, 0.1, pieces: 0), Cart(now, 2), Cart(now, 5, pieces: 0), Cart(now, 3, isClosed: true), Cart(now, 25), Cart(now, 26, isClosed: true));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal(new CartFigures(2, 1, 1), await till.ReadAsync(db => CartFigures.ReadAsync(db, now, TestContext.Current.CancellationToken)));
    }

    private static ShoppingCart Cart(DateTimeOffset now, double hoursAgo, int pieces = 1, bool isClosed = false)
    {
        var cart = ShoppingCart.New("customer-ann", "EUR", now.AddHours(-hoursAgo));
        cart.Lines = pieces == 0 ? [] : [new StoredLine("MOUSE", "product-MOUSE", "Quiet Mouse", new Dictionary<string, string>(), pieces, 2450, null)];
        cart.ClosedAt = isClosed ? now : null;
        return cart;
    }
}
