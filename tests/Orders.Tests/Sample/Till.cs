using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>The module as its own registration makes it, on a store and the real bus; Catalog is a fake at that bus.</summary>
internal sealed class Till : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly (string Key, string Value)[] _settings;
    private WebApplication _app = null!;

    private readonly Store _store;

    private Till(Store store, (string Key, string Value)[] settings) => (_store, _settings) = (store, settings);

    public FakeCatalog Catalog { get; } = new();
    public SeenEvents Events { get; } = new();
    public ShiftedTime Time { get; } = new();

    /// <summary>When set, takes the sandbox's place from the next start on.</summary>
    public IPaymentProvider? Provider { get; set; }
    public IServiceProvider Services => _app.Services;
    public HttpClient Http => _app.GetTestClient();

    public static async Task<Till> OpenAsync(Store store, params (string Key, string Value)[] settings)
    {
        if (store == Store.Postgres)
            settings = [("ConnectionStrings:Postgres", await PostgresFixture.FreshAsync()), .. settings];
        var till = new Till(store, settings);
        try
        {
            await till.StartAsync();
            return till;
        }
        catch
        {
            // A host that never started cannot be stopped.
            await till._app.DisposeAsync();
            till._folder.Dispose();
            throw;
        }
    }

    /// <summary>Another process on the same files.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task<T> ReadAsync<T>(Func<OrdersDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OrdersDbContext>());
    }

    /// <summary>Asks as Tools do, and returns whichever answer came.</summary>
    public async Task<object> AskAsync<TRequest, T1, T2, T3>(TRequest request) where TRequest : class where T1 : class where T2 : class where T3 : class
    {
        await using var scope = Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<TRequest>>();
        var response = await client.GetResponse<T1, T2, T3>(request, TestContext.Current.CancellationToken, RequestTimeout.After(ms: (int)Until.Patience.TotalMilliseconds));
        return response.Message;
    }

    /// <summary>Puts a message on the bus as if its publisher had, with an id of the test's choice.</summary>
    public Task PublishAsync(object message, Guid? messageId = null) =>
        Services.GetRequiredService<IBus>().Publish(message, context => context.MessageId = messageId ?? Guid.NewGuid(), TestContext.Current.CancellationToken);

    /// <summary>Sends a command to its queue as the saga does.</summary>
    public Task SendAsync<T>(T command) where T : class => Services.GetRequiredService<IBus>().SendCommandAsync(command, TestContext.Current.CancellationToken);

    /// <summary>Whether a transactional consumer or saga of Orders has taken this message for good.</summary>
    public Task<bool> HandledAsync(Guid messageId) => _store == Store.Postgres
        ? AnyAsync($"""SELECT count(*)::int AS "Value" FROM messaging."InboxState" WHERE "MessageId" = {messageId}""")
        : AnyAsync($"""SELECT count(*) AS "Value" FROM "messaging_InboxState" WHERE "MessageId" = {messageId}""");

    /// <summary>Whether it ended in the dead letters.</summary>
    public Task<bool> ParkedAsync(Guid messageId) => _store == Store.Postgres
        ? AnyAsync($"""SELECT count(*)::int AS "Value" FROM messaging.failed_messages WHERE message_id = {messageId}""")
        : AnyAsync($"""SELECT count(*) AS "Value" FROM messaging_failed_messages WHERE message_id = {messageId}""");

    private Task<bool> AnyAsync(FormattableString sql) => ReadAsync(async db =>
        await db.Database.SqlQuery<int>(sql).SingleAsync(TestContext.Current.CancellationToken) > 0);

    private async Task StartAsync()
    {
        // MassTransit keeps its logger ambient: without this a second host would log to the first one's disposed factory.
        LogContext.Current = null!;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataPath"] = _folder.Path;
        builder.Configuration["Outbox:PollInterval"] = "00:00:00.100";
        foreach (var (key, value) in _settings)
            builder.Configuration[key] = value;
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton(Catalog).AddSingleton(Events);
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddOrders(builder.Configuration);
        if (Provider is not null)
            builder.Services.AddSingleton(Provider);
        // Who may is the Host's affair; here whoever says so may.
        builder.Services.AddAuthentication(AdminHeader.Scheme).AddScheme<AuthenticationSchemeOptions, AdminHeader>(AdminHeader.Scheme, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireAuthenticatedUser());
        builder.Services.AddMassTransit(AddBus);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapOrders();
        await Services.MigrateStoresAsync(TestContext.Current.CancellationToken);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    private static void AddBus(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
        bus.AddOrdersConsumers();
        bus.AddFakeCatalog();
        bus.AddConsumer<SeenEventsConsumer>();
        bus.AddOutbox();
        bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
        {
            endpoint.KeepFailedMessages(context);
            endpoint.UseMessageRetry(retry => retry.Exponential(6, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(10)));
        });
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }

    private async Task StopAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
