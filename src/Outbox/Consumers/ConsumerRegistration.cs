using EcommerceBot.Outbox.Consumers;
using EcommerceBot.Outbox.Inbox;
using EcommerceBot.Outbox.Sagas;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MassTransit.Middleware;

// In the root namespace: a module's index reads `bus.AddTransactionalConsumer<…>()` with one using.
#pragma warning disable IDE0130
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>The three kinds of consumer, and the saga, as a module's index declares them.</summary>
public static class ConsumerRegistration
{
    /// <summary>A consumer whose inbox row, changes and outgoing messages are one commit of <typeparamref name="TContext"/>.</summary>
    public static void AddTransactionalConsumer<TConsumer, TContext>(this IBusRegistrationConfigurator bus)
        where TConsumer : class, IConsumer
        where TContext : ModuleDbContext
    {
        bus.Declare(typeof(TConsumer), ConsumerKind.Transactional, typeof(TContext));
        bus.TryAddScoped<IOutboxContextFactory<TContext>, InboxContextFactory<TContext>>();
        bus.AddConsumer<TConsumer, TransactionalConsumerDefinition<TConsumer, TContext>>();
    }

    /// <summary>A consumer that reads and answers.</summary>
    public static void AddQueryConsumer<TConsumer>(this IBusRegistrationConfigurator bus) where TConsumer : class, IConsumer
    {
        bus.Declare(typeof(TConsumer), ConsumerKind.Query, null);
        bus.AddConsumer<TConsumer>();
    }

    /// <summary>A consumer that may wait for the outside and commits in scopes of its own.</summary>
    public static void AddWorkerConsumer<TConsumer>(this IBusRegistrationConfigurator bus) where TConsumer : class, IConsumer
    {
        bus.Declare(typeof(TConsumer), ConsumerKind.Worker, null);
        bus.AddConsumer<TConsumer>();
    }

    /// <summary>A state machine whose instance, inbox row and outgoing messages are one commit of <typeparamref name="TContext"/>.</summary>
    public static void AddTransactionalSaga<TMachine, TState, TContext>(this IBusRegistrationConfigurator bus)
        where TMachine : class, SagaStateMachine<TState>
        where TState : class, SagaStateMachineInstance, ISagaVersion
        where TContext : ModuleDbContext
    {
        bus.Declare(typeof(TMachine), ConsumerKind.Transactional, typeof(TContext));
        bus.TryAddScoped<IOutboxContextFactory<TContext>, InboxContextFactory<TContext>>();
        bus.AddSagaStateMachine<TMachine, TState, TransactionalSagaDefinition<TState, TContext>>().UseStore<TState, TContext>();
    }

    private static void Declare(this IBusRegistrationConfigurator bus, Type type, ConsumerKind kind, Type? context)
    {
        if (context is not null && context.Assembly != type.Assembly)
            throw new InvalidOperationException($"{type.FullName} is registered with the inbox of {context.FullName}. A consumer's inbox is its own module's context.");
        bus.AddSingleton(new ConsumerDeclaration(type, kind, context));
    }
}
