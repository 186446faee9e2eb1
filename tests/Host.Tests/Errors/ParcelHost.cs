using EcommerceBot.Host.Bus;
using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>The Host's own RabbitMQ topology and desk around one small module, on a virtual host of its own.</summary>
internal sealed class ParcelHost : IAsyncDisposable
{
    public const string Queue = "host-pack-parcel";

    private readonly string _data = Directory.CreateTempSubdirectory("parcels-").FullName;
    private readonly IHost _host;

    private ParcelHost(string broker, RetryOptions? retry)
    {
        // MassTransit keeps its logger ambient: a second host would log to the first one's disposed factory.
        LogContext.Current = null!;
        Broker = new BrokerAddress(new Uri(broker));
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataPath"] = _data });
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddModuleDbContext<ParcelDbContext, SqliteParcelDbContext>("parcels");
        builder.Services.AddSingleton(Packing);
        builder.Services.AddSingleton<IDeadLetters>(new BrokerDeadLetters(Broker, [Queue]));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.AddTransactionalConsumer<PackParcelConsumer, ParcelDbContext>();
            bus.AddOutbox();
            if (retry is not null)
                bus.AddConfigureEndpointsCallback(new FailurePolicy(retry).Configure);
            bus.UseRabbitMq(new Uri(broker), new MessagingOptions { Workers = 1 });
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        _host = builder.Build();
    }

    public Packing Packing { get; } = new();
    public BrokerAddress Broker { get; }
    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public static async Task<ParcelHost> StartAsync(string broker, RetryOptions? retry = null)
    {
        var host = new ParcelHost(broker, retry);
        await host._host.Services.MigrateStoresAsync();
        await using (var scope = host._host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ParcelDbContext>();
            await db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript());
        }
        await host._host.StartAsync();
        return host;
    }

    public Task SendAsync<T>(T message, Guid? messageId = null) where T : class => SendAsync(message, messageId, Bus);

    /// <summary>What no sender of ours would write.</summary>
    public async Task SendRawAsync(string queue, byte[] body)
    {
        await using var connection = await Broker.ConnectAsync(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { ContentType = "text/plain" }, body);
    }

    public async Task<T> AtDeskAsync<T>(Func<DeadLetterDesk, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DeadLetterDesk>());
    }

    public Task<List<DeadLetter>> LettersAsync(DeadLetterFilter? filter = null) => AtDeskAsync(async desk =>
        (await desk.ListAsync(filter ?? new DeadLetterFilter(), 1000, null, TestContext.Current.CancellationToken)).Letters.ToList());

    public Task<DeskReport> SettleAsync(DeskVerb verb, DeadLetterFilter? filter = null) => AtDeskAsync(desk =>
        desk.SettleAsync(verb, filter ?? new DeadLetterFilter(), "os:olga", null, TestContext.Current.CancellationToken));

    public async Task<int> PackedAsync(Guid? parcel = null)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ParcelDbContext>().Packed.CountAsync(x => parcel == null || x.Parcel == parcel);
    }

    public async Task<long> AuditedAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ParcelDbContext>().Database
            .SqlQueryRaw<long>("SELECT count(*) AS Value FROM messaging_desk_actions WHERE actor = 'os:olga' AND finished_at IS NOT NULL").SingleAsync();
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not seen within 60 s: {what}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task SendAsync<T>(T message, Guid? messageId, IBus bus) where T : class
    {
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{Queue}"));
        await endpoint.Send(message, context => context.MessageId = messageId ?? NewId.NextGuid(), TestContext.Current.CancellationToken);
    }
}
