using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // In the root namespace: the Host and every fixture call it.
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>Makes saga schedules and delayed redelivery rows with a later EnqueueTime, so that no broker plug-in or job server is needed and a kill loses none.</summary>
public static class OutboxScheduler
{
    /// <summary>On the bus factory configurator, before the endpoints are configured.</summary>
    public static void UseOutboxScheduler(this IPipeConfigurator<ConsumeContext> bus, IRegistrationContext context) =>
        bus.AddPipeSpecification(new FilterPipeSpecification<ConsumeContext>(new SchedulerFilter(context.GetRequiredService<IServiceScopeFactory>())));

    private sealed class SchedulerFilter(IServiceScopeFactory scopes) : IFilter<ConsumeContext>
    {
        public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
        {
            context.GetOrAddPayload<MessageSchedulerContext>(() => new ConsumeMessageSchedulerContext(context, Scheduler));
            return next.Send(context);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("outboxScheduler");

        private MessageScheduler Scheduler(ConsumeContext consume)
        {
            // Inside an inbox transaction the schedule belongs to it; a redelivery is scheduled after that transaction was rolled back.
            ISendEndpointProvider provider = consume is OutboxConsumeContext ? consume : new OutboxSendEndpointProvider(new OwnTransaction(scopes), consume);
            return new MessageScheduler(new DelayedScheduleMessageProvider(provider), consume.GetPayload<IBusTopology>());
        }
    }

    private sealed class OwnTransaction(IServiceScopeFactory scopes) : OutboxSendContext
    {
        public async Task AddSend<T>(SendContext<T> context) where T : class
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
            var now = scope.ServiceProvider.GetRequiredService<OutboxBuffer>().Now;
            await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<IMessagingSql>().WriteAsync(db, [OutboxMessage.Capture(context, now)], context.CancellationToken);
            await transaction.CommitAsync(context.CancellationToken);
        }

        public object? GetService(Type serviceType) => null;
    }
}
