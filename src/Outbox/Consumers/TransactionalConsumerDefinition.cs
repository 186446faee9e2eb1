using EcommerceBot.Outbox.Storage;
using MassTransit;
using MassTransit.Configuration;

namespace EcommerceBot.Outbox.Consumers;

/// <summary>Puts the inbox around a consumer. Retry is configured outside it, so that each attempt has a new scope, context and transaction.</summary>
internal sealed class TransactionalConsumerDefinition<TConsumer, TContext> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
    where TContext : ModuleDbContext
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.ConnectConsumerConfigurationObserver(new OutboxConsumePipeSpecificationObserver<TContext>(endpointConfigurator, context));
}

/// <summary>Puts the inbox around a saga.</summary>
internal sealed class TransactionalSagaDefinition<TState, TContext> : SagaDefinition<TState>
    where TState : class, ISaga
    where TContext : ModuleDbContext
{
    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<TState> sagaConfigurator, IRegistrationContext context) =>
        endpointConfigurator.ConnectSagaConfigurationObserver(new OutboxConsumePipeSpecificationObserver<TContext>(endpointConfigurator, context));
}
