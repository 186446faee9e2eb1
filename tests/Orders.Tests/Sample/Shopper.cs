using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>One owner at the till, taking the steps that a purchase has.</summary>
internal sealed class Shopper(Till till, string ownerId = "customer-ann")
{
    public static readonly Buyer Ann = new() { Name = "Ann Buyer", Email = "ann@example.com", Address = "1 Long Road, Town" };

    public string OwnerId => ownerId;

    public static string NewKey() => Guid.NewGuid().ToString();

    public Task<object> AskCartAsync<T>(T request) where T : class => till.AskAsync<T, CartContents, CartRefused, CartNotFound>(request);

    public Task<object> AskCheckoutAsync<T>(T request) where T : class => till.AskAsync<T, CheckoutDetails, CheckoutRefused, CheckoutNotFound>(request);

    public async Task<CartContents> NewCartAsync() =>
        Assert.IsType<CartContents>(await AskCartAsync(new CreateCart { OwnerId = ownerId, Key = NewKey() }));

    public Task<object> AddAsync(string cartId, string sku, int quantity, string? key = null) =>
        AskCartAsync(new AddToCart { CartId = cartId, OwnerId = ownerId, Sku = sku, Quantity = quantity, Key = key ?? NewKey() });

    public async Task<CartContents> FilledCartAsync(string sku = "MOUSE", int quantity = 2) =>
        Assert.IsType<CartContents>(await AddAsync((await NewCartAsync()).CartId, sku, quantity));

    public Task<object> QuoteAsync(string cartId, Buyer? buyer = null, string? key = null) => till.AskAsync<CreateCheckout, CheckoutDetails, CheckoutRefused, CartNotFound>(
        new CreateCheckout { CartId = cartId, OwnerId = ownerId, Buyer = buyer ?? Ann, Key = key ?? NewKey() });

    public async Task<CheckoutDetails> QuotedAsync(string sku = "MOUSE", int quantity = 2) =>
        Assert.IsType<CheckoutDetails>(await QuoteAsync((await FilledCartAsync(sku, quantity)).CartId));

    public Task<object> CompleteAsync(CheckoutDetails checkout, string? key = null, string? confirmation = null) => AskCheckoutAsync(
        new CompleteCheckout { CheckoutId = checkout.CheckoutId, OwnerId = ownerId, Confirmation = confirmation ?? checkout.Confirmation, Key = key ?? NewKey() });

    public Task<object> CancelAsync(Guid checkoutId) => AskCheckoutAsync(new CancelCheckout { CheckoutId = checkoutId, OwnerId = ownerId });

    public async Task<CheckoutDetails> LookAsync(Guid checkoutId) =>
        Assert.IsType<CheckoutDetails>(await AskCheckoutAsync(new GetCheckout { CheckoutId = checkoutId, OwnerId = ownerId }));

    /// <summary>As far as the open payment page.</summary>
    public async Task<CheckoutDetails> AtThePageAsync(string sku = "MOUSE", int quantity = 2)
    {
        var checkout = await QuotedAsync(sku, quantity);
        Assert.IsType<CheckoutDetails>(await CompleteAsync(checkout));
        await StandsAsync(checkout.CheckoutId, nameof(CheckoutStateMachine.AwaitingPayment));
        return await LookAsync(checkout.CheckoutId);
    }

    public async Task<HttpResponseMessage> PressAsync(Guid checkoutId, string outcome)
    {
        var payment = await PaymentAsync(checkoutId);
        using var form = new FormUrlEncodedContent([new("outcome", outcome)]);
        return await till.Http.PostAsync(new Uri($"/pay/{payment.Id}", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public Task<Payment> PaymentAsync(Guid checkoutId) =>
        till.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(x => x.CheckoutId == checkoutId, TestContext.Current.CancellationToken));

    public Task<CheckoutState?> SagaAsync(Guid checkoutId) =>
        till.ReadAsync(db => db.Checkouts.AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == checkoutId, TestContext.Current.CancellationToken));

    public Task StandsAsync(Guid checkoutId, params string[] states) =>
        Until.TrueAsync(async () => await SagaAsync(checkoutId) is { } saga && states.Contains(saga.CurrentState), $"checkout in {string.Join(" or ", states)}");

    public async Task<OrdersFound> OrdersFoundAsync(int limit) => Assert.IsType<OrdersFound>(
        await till.AskAsync<ListOrders, OrdersFound, OrderDetails, OrderNotFound>(new ListOrders { OwnerId = ownerId, Limit = limit }));

    public Task<int> OrdersAsync() => till.ReadAsync(db => db.Orders.CountAsync(x => x.OwnerId == ownerId, TestContext.Current.CancellationToken));
}
