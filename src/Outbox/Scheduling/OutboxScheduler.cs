using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Inbox;
using EcommerceBot.Outbox.Scheduling;
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
            var own = new OwnTransaction(scopes);
            var schedule = consume is IInboxTransaction inbox
                ? new OutboxSchedule(consume, inbox.CancelScheduleAsync)
                : new OutboxSchedule(new OutboxSendEndpointProvider(own, consume), own.CancelAsync);
            return new MessageScheduler(schedule, consume.GetPayload<IBusTopology>());
        }
    }

    private sealed class OwnTransaction(IServiceScopeFactory scopes) : OutboxSendContext
    {
        public Task AddSend<T>(SendContext<T> context) where T : class => InTransactionAsync(
            (sql, db, now) => sql.WriteAsync(db, [OutboxMessage.Capture(context, now)], context.CancellationToken), context.CancellationToken);

        public Task CancelAsync(Guid token, CancellationToken cancellationToken) => InTransactionAsync(
            (sql, db, _) => db.Database.ExecuteSqlRawAsync(sql.CancelSchedule, [token], cancellationToken), cancellationToken);

        public object? GetService(Type serviceType) => null;

        private async Task InTransactionAsync(Func<IMessagingSql, MessagingDbContext, DateTime, Task> work, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await work(scope.ServiceProvider.GetRequiredService<IMessagingSql>(), db, scope.ServiceProvider.GetRequiredService<OutboxBuffer>().Now);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
