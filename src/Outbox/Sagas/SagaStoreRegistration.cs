using EcommerceBot.Outbox.Storage;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.DependencyInjection;
using MassTransit.Saga;

namespace EcommerceBot.Outbox.Sagas;

/// <summary>Points a saga's repository at its module's context.</summary>
internal static class SagaStoreRegistration
{
    public static void UseStore<TSaga, TContext>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TSaga : class, ISagaVersion
        where TContext : ModuleDbContext =>
        saga.Repository(repository =>
        {
            repository.RegisterLoadSagaRepository<TSaga, SagaStore<TSaga, TContext>>();
            repository.RegisterQuerySagaRepository<TSaga, SagaStore<TSaga, TContext>>();
            repository.RegisterSagaRepository<TSaga, TContext, SagaConsumeContextFactory<TContext, TSaga>, SagaStore<TSaga, TContext>>();
        });
}
