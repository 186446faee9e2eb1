using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Outbox.Tests.Sample;

/// <summary>A program with one module on the embedded store. Two in a row on one folder are a restart.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    // The saga's queue, where a test lets fifty events race for one instance.
    private const string Crowded = "outbox-tally";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IHost _host;

    private SampleHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;
    public IBus Bus => Services.GetRequiredService<IBus>();

    /// <summary>On the embedded store.</summary>
    public static Task<SampleHost> StartAsync(string dataPath, bool startBus = true) =>
        StartAsync(new Dictionary<string, string?> { ["Storage:DataPath"] = dataPath }, startBus);

    /// <summary>On the stores these settings name.</summary>
    public static async Task<SampleHost> StartAsync(Dictionary<string, string?> settings, bool startBus = true)
    {
        // MassTransit keeps its logger ambient: a second host in one test would log to the first one's disposed factory.
        LogContext.Current = null!;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Outbox:PollInterval"] = "00:00:00.100", ["Outbox:MaxAttempts"] = "1" });
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddModuleDbContext<SampleDbContext, SqliteSampleDbContext, PostgresSampleDbContext>("sample");
        builder.Services.AddSingleton<Attempts>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.AddTransactionalConsumer<DoWorkConsumer, SampleDbContext>();
            bus.AddTransactionalConsumer<RecordWorkConsumer, SampleDbContext>();
            bus.AddTransactionalConsumer<AskWorkConsumer, SampleDbContext>();
            bus.AddTransactionalSaga<TallyStateMachine, TallyState, SampleDbContext>();
            bus.AddOutbox();
            bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
            {
                if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                    queue.SetQuorumQueue();
                else
                    endpoint.KeepFailedMessages(context);
                endpoint.UseScheduledRedelivery(r => r.Interval(1, TimeSpan.FromMilliseconds(200)));
                endpoint.UseMessageRetry(r => r.Exponential(name == Crowded ? 40 : 6, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(10)));
            });
            UseTransport(bus, builder.Configuration.GetConnectionString("RabbitMq"));
        });
        // What is published before the first start has bound its queues, a broker drops in silence.
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        var sample = new SampleHost(builder.Build());
        await sample.Services.MigrateStoresAsync();
        await sample.InScopeAsync(CreateTablesAsync);
        if (startBus)
            await sample._host.StartAsync();
        return sample;
    }

    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public async Task<int> CountAsync(Guid subject, string what)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SampleDbContext>().Effects.CountAsync(x => x.Subject == subject && x.What == what);
    }

    public async Task<T> ReadAsync<T>(Func<MessagingDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MessagingDbContext>());
    }

    public async Task<TallyState?> TallyAsync(Guid id)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SampleDbContext>().Tallies.AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == id);
    }

    /// <summary>Polls until the condition holds; the test fails when it does not within 20 s.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not seen within {Patience.TotalSeconds} s: {what}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static void UseTransport(IBusRegistrationConfigurator bus, string? rabbitMq)
    {
        if (rabbitMq is null)
            bus.UsingInMemory((context, transport) => Configure(context, transport));
        else
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(new Uri(rabbitMq));
                Configure(context, transport);
            });

        static void Configure<T>(IBusRegistrationContext context, IBusFactoryConfigurator<T> transport) where T : IReceiveEndpointConfigurator
        {
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        }
    }

    private static async Task CreateTablesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<SampleDbContext>();
        var script = db.Database.GenerateCreateScript();
        try
        {
            await db.Database.ExecuteSqlRawAsync(script);
        }
        catch (System.Data.Common.DbException exception) when (exception.Message.Contains("already exists", StringComparison.Ordinal))
        {
        }
    }
}
