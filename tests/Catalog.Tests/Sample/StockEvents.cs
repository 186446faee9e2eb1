using System.Collections.Concurrent;
using System.Threading.Channels;
using EcommerceBot.Catalog.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>What Catalog has published about stock, in the order of arrival; a test takes its answers one by one.</summary>
internal sealed class StockEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentDictionary<Guid, Channel<object>> _events = new();

    /// <summary>What failed for good; a test that waits in vain tells of it.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>LowStock and BackInStock, in the order of arrival.</summary>
    public ConcurrentQueue<object> Signals { get; } = new();

    /// <summary>Products that were told to have changed.</summary>
    public ConcurrentQueue<string> Changed { get; } = new();

    public void Add(Guid checkoutId, object message) => Of(checkoutId).Writer.TryWrite(message);

    /// <summary>The next answer for this checkout; the test fails when none comes.</summary>
    public async Task<object> NextAsync(Guid checkoutId)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            return await Of(checkoutId).Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"No answer came from Catalog. Faults: {string.Join("; ", Faults)}");
            throw;
        }
    }

    private Channel<object> Of(Guid checkoutId) => _events.GetOrAdd(checkoutId, _ => Channel.CreateUnbounded<object>());
}

internal sealed class StockEventsConsumer(StockEvents events) : IConsumer<StockReserved>, IConsumer<StockRejected>, IConsumer<StockCommitted>, IConsumer<Fault>,
    IConsumer<LowStock>, IConsumer<BackInStock>, IConsumer<ProductChanged>
{
    public Task Consume(ConsumeContext<StockReserved> context) => Record(context.Message.CheckoutId, context.Message);
    public Task Consume(ConsumeContext<StockRejected> context) => Record(context.Message.CheckoutId, context.Message);
    public Task Consume(ConsumeContext<StockCommitted> context) => Record(context.Message.CheckoutId, context.Message);

    public Task Consume(ConsumeContext<LowStock> context) => Keep(events.Signals, context.Message);
    public Task Consume(ConsumeContext<BackInStock> context) => Keep(events.Signals, context.Message);
    public Task Consume(ConsumeContext<ProductChanged> context) => Keep(events.Changed, context.Message.ProductId);

    public Task Consume(ConsumeContext<Fault> context)
    {
        events.Faults.Enqueue(string.Join(", ", context.Message.Exceptions.Select(exception => $"{exception.ExceptionType}: {exception.Message}")));
        return Task.CompletedTask;
    }

    private Task Record(Guid checkoutId, object message)
    {
        events.Add(checkoutId, message);
        return Task.CompletedTask;
    }

    private static Task Keep<T>(ConcurrentQueue<T> queue, T message)
    {
        queue.Enqueue(message);
        return Task.CompletedTask;
    }
}
