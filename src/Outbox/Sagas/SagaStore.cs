using EcommerceBot.Outbox.Storage;
using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Sagas;

/// <summary>
/// Sagas in their module's own context. It joins the inbox's transaction; two messages for one saga race on its version, and the loser
/// throws, is rolled back whole and retried by the endpoint with what the winner left. The same holds for two first messages.
/// </summary>
internal sealed class SagaStore<TSaga, TContext>(TContext db, ISagaConsumeContextFactory<TContext, TSaga> contexts)
    : ISagaRepositoryContextFactory<TSaga>, ILoadSagaRepositoryContextFactory<TSaga>, IQuerySagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISagaVersion
    where TContext : ModuleDbContext
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next) where T : class =>
        next.Send(new StoredSagaContext<TSaga, TContext, T>(db, context, contexts));

    public async Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next) where T : class
    {
        // Ordered, so that two queries over the same sagas update them in the same order.
        var found = await db.Set<TSaga>().Where(query.FilterExpression).OrderBy(x => x.CorrelationId).ToListAsync(context.CancellationToken);
        await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(new StoredSagaContext<TSaga, TContext, T>(db, context, contexts), found));
    }

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default) where T : class =>
        asyncMethod(new Reader(db, cancellationToken));

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default) where T : class =>
        asyncMethod(new Reader(db, cancellationToken));

    public void Probe(ProbeContext context) => context.CreateFilterScope("sagaStore");

    private sealed class Reader(TContext db, CancellationToken cancellationToken)
        : BasePipeContext(cancellationToken), LoadSagaRepositoryContext<TSaga>, QuerySagaRepositoryContext<TSaga>
    {
        public Task<TSaga> Load(Guid correlationId) =>
            db.Set<TSaga>().AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == correlationId, CancellationToken)!;

        public async Task<SagaRepositoryQueryContext<TSaga>> Query(ISagaQuery<TSaga> query, CancellationToken cancellationToken) =>
            new DefaultSagaRepositoryQueryContext<TSaga>(this, await db.Set<TSaga>().Where(query.FilterExpression).Select(x => x.CorrelationId).ToListAsync(cancellationToken));
    }
}
