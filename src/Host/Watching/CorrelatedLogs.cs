using MassTransit;
using LogContext = Serilog.Context.LogContext;

namespace EcommerceBot.Host.Watching;

/// <summary>
/// Everything logged while a message is handled bears the <c>CorrelationId</c> that all messages share which one first message led to, and the queue.
/// On the bus's own pipe, before any scope is made.
/// </summary>
internal sealed class CorrelatedLogs : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        using var correlation = LogContext.PushProperty("CorrelationId", context.ConversationId ?? context.MessageId);
        using var queue = LogContext.PushProperty("Queue", context.ReceiveContext.InputAddress.AbsolutePath.TrimStart('/'));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("correlatedLogs");
}
