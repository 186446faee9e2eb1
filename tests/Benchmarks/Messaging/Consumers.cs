using MassTransit;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>Its inbox row is all it writes, as in the hand-made floor.</summary>
internal sealed class BusinessNotedConsumer : IConsumer<BusinessNoted>
{
    public Task Consume(ConsumeContext<BusinessNoted> context) => Task.CompletedTask;
}

internal sealed class NotedDirectlyConsumer : IConsumer<NotedDirectly>
{
    public Task Consume(ConsumeContext<NotedDirectly> context) => Task.CompletedTask;
}

/// <summary>Notes a landing once the consumer's transaction has committed: the observer stands outside the inbox.</summary>
internal sealed class LandingObserver(Tower tower) : IConsumeObserver
{
    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context) where T : class
    {
        if (context.Message is BusinessNoted noted)
            tower.Landed(noted.Number);
        else if (context.Message is NotedDirectly direct)
            tower.Landed(direct.Number);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}
