using System.Collections.Concurrent;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>What Orders has told the other modules, by message id: a message delivered twice is one.</summary>
internal sealed class SeenEvents
{
    private readonly ConcurrentDictionary<Guid, object> _seen = new();

    public void Add(Guid messageId, object message) => _seen.TryAdd(messageId, message);

    public List<T> Of<T>() => [.. _seen.Values.OfType<T>()];

    public async Task<T> OneAsync<T>()
    {
        await Until.TrueAsync(() => Task.FromResult(Of<T>().Count > 0), typeof(T).Name);
        return Assert.Single(Of<T>());
    }
}

internal sealed class SeenEventsConsumer(SeenEvents seen) :
    IConsumer<OrderPlaced>, IConsumer<CheckoutFailed>, IConsumer<PaymentRequested>, IConsumer<PaymentDeclined>, IConsumer<PaymentRefunded>, IConsumer<PaymentSettled>, IConsumer<StopCheckout>, IConsumer<OrderChanged>,
    IConsumer<PaymentDelayed>, IConsumer<PaymentParked>, IConsumer<CartAbandoned>
{
    public Task Consume(ConsumeContext<OrderPlaced> context) => Keep(context);
    public Task Consume(ConsumeContext<CheckoutFailed> context) => Keep(context);
    public Task Consume(ConsumeContext<PaymentRequested> context) => Keep(context);
    public Task Consume(ConsumeContext<PaymentDeclined> context) => Keep(context);
    public Task Consume(ConsumeContext<PaymentRefunded> context) => Keep(context);
    public Task Consume(ConsumeContext<PaymentSettled> context) => Keep(context);
    public Task Consume(ConsumeContext<StopCheckout> context) => Keep(context);
    public Task Consume(ConsumeContext<OrderChanged> context) => Keep(context);

    public Task Consume(ConsumeContext<PaymentDelayed> context) => Keep(context);
    public Task Consume(ConsumeContext<PaymentParked> context) => Keep(context);

    public Task Consume(ConsumeContext<CartAbandoned> context) => Keep(context);

    private Task Keep<T>(ConsumeContext<T> context) where T : class
    {
        seen.Add(context.MessageId!.Value, context.Message);
        return Task.CompletedTask;
    }
}
