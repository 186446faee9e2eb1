using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

public class RefusalTests
{
    [Theory, BothStores]
    public async Task QuoteOfAnEmptyMovedOrClosedCart_IsRefusedWithItsReason(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        Assert.Equal("empty_cart", Code(await ann.QuoteAsync((await ann.NewCartAsync()).CartId)));

        var cart = await ann.FilledCartAsync("MOUSE", 2);
        till.Catalog.Put("MOUSE", "Quiet Mouse", 2600, 50);
        var moved = Assert.IsType<CheckoutRefused>(await ann.QuoteAsync(cart.CartId));
        Assert.Equal("price_changed", moved.Code);
        Assert.Contains("26.00 EUR instead of 24.50 EUR", moved.Reason, StringComparison.Ordinal);
        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId));
        Assert.Equal(5200, quote.Total);

        await ann.CompleteAsync(quote);
        Assert.Equal("canceled", Code(await ann.QuoteAsync(cart.CartId)));
        Assert.Equal("cart_closed", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", 1)).Code);
    }

    [Theory, BothStores]
    public async Task QuoteOfWhatIsGone_IsRefused(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync("LAST", 1);
        await new Shopper(till, "customer-bob").AtThePageAsync("LAST", 1);

        Assert.Equal("out_of_stock", Code(await ann.QuoteAsync(cart.CartId)));
    }

    [Theory, BothStores]
    public async Task YesToSomethingElse_StartsNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        Assert.Equal("confirmation_mismatch", Code(await ann.CompleteAsync(quote, confirmation: "yes")));
        Assert.Equal("confirmation_mismatch", Code(await ann.CompleteAsync(quote, confirmation: (await ann.QuotedAsync()).Confirmation)));

        await ann.AddAsync(quote.CartId, "SOCK", 1);
        Assert.Equal("confirmation_mismatch", Code(await ann.CompleteAsync(quote)));
        Assert.Null(await ann.SagaAsync(quote.CheckoutId));
    }

    [Theory, BothStores]
    public async Task ExpiredOrCanceledQuote_CannotBeCompleted(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var (canceled, expired) = (await ann.QuotedAsync(), await ann.QuotedAsync());

        await ann.CancelAsync(canceled.CheckoutId);
        Assert.Equal("canceled", Code(await ann.CompleteAsync(canceled)));
        till.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("expired", Code(await ann.CompleteAsync(expired)));
        Assert.Equal("canceled", (await ann.LookAsync(expired.CheckoutId)).Status);
    }

    [Theory, BothStores]
    public async Task WithoutNameOrAddress_IsIncompleteAndSaysWhatIsMissing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync((await ann.FilledCartAsync()).CartId, new Buyer { Name = "  ", Email = "a@b.example" }));

        Assert.Equal(("incomplete", 2), (quote.Status, quote.Messages.Count));
        var refused = Assert.IsType<CheckoutRefused>(await ann.CompleteAsync(quote));
        Assert.Equal("missing_buyer", refused.Code);
        Assert.All(quote.Messages, message => Assert.Contains(message, refused.Reason, StringComparison.Ordinal));
    }

    [Theory, BothStores]
    public async Task ForeignOwner_FindsNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));
        var quote = await ann.QuotedAsync();

        Assert.IsType<CartNotFound>(await bob.QuoteAsync(quote.CartId));
        Assert.IsType<CheckoutNotFound>(await bob.CompleteAsync(quote));
        Assert.IsType<CheckoutNotFound>(await bob.CancelAsync(quote.CheckoutId));
        Assert.IsType<CheckoutNotFound>(await bob.AskCheckoutAsync(new GetCheckout { CheckoutId = quote.CheckoutId, OwnerId = bob.OwnerId }));
    }

    private static string Code(object answer) => Assert.IsType<CheckoutRefused>(answer).Code;
}
