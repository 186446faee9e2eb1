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

/// <summary>A program of one module on src/Outbox: writers, relay and consumer in one process, as the Host is.</summary>
internal sealed class OutboxProgram : IAsyncDisposable
{
    private static readonly string Note = new('x', 400);

    private readonly IHost _host;

    private OutboxProgram(IHost host, Tower tower) => (_host, Tower) = (host, tower);

    public Tower Tower { get; }

    public static async Task<OutboxProgram> StartAsync(string postgres, string rabbitMq)
    {
        LogContext.Current = null!;
        var builder = Host.CreateApplicationBuilder();
        // EF asks for the history of migrations before there is one, and reports its absence as an error.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = postgres });
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddModuleDbContext<BenchContext, SqliteBenchContext, PostgresBenchContext>("bench");
        builder.Services.AddSingleton<Tower>();
        builder.Services.AddMassTransit(bus => Configure(bus, new Uri(rabbitMq)));
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        var host = builder.Build();
        await host.Services.MigrateStoresAsync();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BenchContext>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await host.StartAsync();
        return new OutboxProgram(host, host.Services.GetRequiredService<Tower>());
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

    private static void Configure(IBusRegistrationConfigurator bus, Uri broker)
    {
        bus.DisableUsageTelemetry();
        bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
        bus.AddTransactionalConsumer<BusinessNotedConsumer, BenchContext>();
        bus.AddQueryConsumer<NotedDirectlyConsumer>();
        bus.AddConsumeObserver<LandingObserver>();
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
            transport.ConfigureEndpoints(context);
        });
    }
}
