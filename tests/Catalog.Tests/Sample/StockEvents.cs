using System.Collections.Concurrent;
using EcommerceBot.Catalog.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>What Catalog has published about stock, in the order of arrival; a test takes its answers one by one.</summary>
internal sealed class StockEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, BlockingCollection<object>> _events = new();

    public void Add(Guid checkoutId, object message) => Of(checkoutId).Add(message);

    /// <summary>The next answer for this checkout; the test fails when none comes.</summary>
    public Task<object> NextAsync(Guid checkoutId) => Task.Run(() =>
    {
        Assert.True(Of(checkoutId).TryTake(out var message, (int)Patience.TotalMilliseconds, TestContext.Current.CancellationToken), "No answer came from Catalog.");
        return message!;
    });

    private BlockingCollection<object> Of(Guid checkoutId) => _events.GetOrAdd(checkoutId, _ => []);
}

internal sealed class StockEventsConsumer(StockEvents events) : IConsumer<StockReserved>, IConsumer<StockRejected>, IConsumer<StockCommitted>
{
    public Task Consume(ConsumeContext<StockReserved> context) => Record(context.Message.CheckoutId, context.Message);
    public Task Consume(ConsumeContext<StockRejected> context) => Record(context.Message.CheckoutId, context.Message);
    public Task Consume(ConsumeContext<StockCommitted> context) => Record(context.Message.CheckoutId, context.Message);

    private Task Record(Guid checkoutId, object message)
    {
        events.Add(checkoutId, message);
        return Task.CompletedTask;
    }
}
