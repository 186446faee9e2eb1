using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>What runs beside the writers.</summary>
internal enum Beside
{
    Nothing,
    Relay,
    RelayAndConsumer,
}

/// <summary>A program of one module on src/Outbox: writers, relay and consumer in one process, as the Host is, or fewer of them.</summary>
internal sealed class OutboxProgram : IAsyncDisposable
{
    private static readonly string Note = new('x', 400);

    private readonly IHost _host;

    private OutboxProgram(IHost host) => (_host, Tower) = (host, host.Services.GetRequiredService<Tower>());

    public Tower Tower { get; }

    public static async Task<OutboxProgram> StartAsync(string postgres, string rabbitMq, Beside beside = Beside.RelayAndConsumer)
    {
        LogContext.Current = null!;
        var builder = Host.CreateApplicationBuilder();
        // EF asks for the history of migrations before there is one, and reports its absence as an error.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = postgres });
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddModuleDbContext<BenchContext, SqliteBenchContext, PostgresBenchContext>("bench");
        builder.Services.AddSingleton<Tower>();
        builder.Services.AddMassTransit(bus => Configure(bus, new Uri(rabbitMq), beside));
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        if (beside is Beside.Nothing)
            foreach (var relay in builder.Services.Where(service => service.ImplementationType?.Namespace == "EcommerceBot.Outbox.Relay" && service.ServiceType == typeof(IHostedService)).ToList())
                builder.Services.Remove(relay);
        var host = builder.Build();
        await host.Services.MigrateStoresAsync();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BenchContext>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await host.StartAsync();
        return new OutboxProgram(host);
    }

    /// <summary>The floor: the same transaction without a message.</summary>
    public async Task CommitAloneAsync(long number)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await SaveAsync(scope.ServiceProvider, number);
    }

    public async Task CommitWithMessageAsync(long number)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(new BusinessNoted { Number = number, Note = Note });
        await SaveAsync(scope.ServiceProvider, number);
    }

    public Task PublishConfirmedAsync(long number) =>
        _host.Services.GetRequiredService<IBus>().Publish(new NotedDirectly { Number = number, Note = Note });

    /// <summary>Straight to the transactional consumer, so that only its own commits are counted.</summary>
    public Task PublishToInboxAsync(long number) =>
        _host.Services.GetRequiredService<IBus>().Publish(new BusinessNoted { Number = number, Note = Note });

    /// <summary>Until the relay has handed everything to the broker.</summary>
    public async Task RelayedAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BenchContext>();
        while (await db.Database.SqlQueryRaw<bool>("SELECT EXISTS (SELECT FROM messaging.\"OutboxMessage\") AS \"Value\"").SingleAsync())
            await Task.Delay(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task SaveAsync(IServiceProvider scope, long number)
    {
        var db = scope.GetRequiredService<BenchContext>();
        db.Add(new Business { Id = Guid.CreateVersion7(), Number = number, Note = Note });
        await db.SaveChangesAsync();
    }

    private static void Configure(IBusRegistrationConfigurator bus, Uri broker, Beside beside)
    {
        bus.DisableUsageTelemetry();
        bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
        if (beside is Beside.RelayAndConsumer)
        {
            bus.AddTransactionalConsumer<BusinessNotedConsumer, BenchContext>();
            bus.AddQueryConsumer<NotedDirectlyConsumer>();
            bus.AddConsumeObserver<LandingObserver>();
        }
        bus.AddOutbox();
        // The floor's own: 16 at once, 64 in advance.
        bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
        {
            ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
            endpoint.ConcurrentMessageLimit = 16;
            endpoint.PrefetchCount = 64;
        });
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(broker, host => host.PublisherConfirmation = true);
            transport.UseOutboxScheduler(context);
            // Whoever consumes elsewhere has a queue, and the broker its work with it.
            if (beside is Beside.Relay)
                transport.Publish<BusinessNoted>(message => message.BindQueue("bench-elsewhere", "bench-elsewhere", queue => queue.SetQueueArgument("x-queue-type", "quorum")));
            transport.ConfigureEndpoints(context);
        });
    }
}
