using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using IAgent = EcommerceBot.Conversations.Agent.IAgent;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>How a test wants its shop.</summary>
internal sealed class Wishes
{
    /// <summary>Default: says what it was told.</summary>
    public Func<AgentTurn, IToolCaller, CancellationToken, Task<AgentReply>> Agent { get; set; } = EchoAgent.AnswerAsync;

    /// <summary>Two shops in a row on one folder are a restart.</summary>
    public TempFolder? Data { get; set; }
    public FakeTimeProvider? Time { get; set; }
    public string? WhatsAppApi { get; set; }
    public bool StartBus { get; set; } = true;
    public CapturedLogs? Logs { get; set; }
    public Dictionary<string, string?> Settings { get; } = [];
}

/// <summary>The module by its own registration, on the store of the test and the in-memory bus, behind a real HTTP port.</summary>
internal sealed class ShopUnderTest : IAsyncDisposable
{
    public const string AppSecret = "app-secret-of-the-tests";
    public const string VerifyToken = "verify-token-of-the-tests";
    public const string PhoneNumberId = "106540352242922";

    private readonly WebApplication _app;
    private readonly TempFolder? _ownData;

    private ShopUnderTest(WebApplication app, TempFolder? ownData) => (_app, _ownData) = (app, ownData);

    public IServiceProvider Services => _app.Services;
    public HttpClient Http { get; } = new();
    public FakeTools Tools => Services.GetRequiredService<FakeTools>();

    public static async Task<ShopUnderTest> StartAsync(Action<Wishes>? configure = null)
    {
        var wishes = new Wishes();
        configure?.Invoke(wishes);
        // MassTransit keeps its logger ambient: a second host in one test would log to the first one's disposed factory.
        LogContext.Current = null!;
        var data = wishes.Data ?? new TempFolder();
        if (OnStore.IsPostgres)
            data.Database ??= await PostgresFixture.FreshAsync(MigrateAsync);
        var shop = Build(wishes, data);
        await shop.Services.MigrateStoresAsync();
        if (wishes.StartBus)
            await shop.ServeAsync();
        return shop;
    }

    private static async Task MigrateAsync(string database)
    {
        using var data = new TempFolder { Database = database };
        await using var shop = Build(new Wishes { Data = data }, data);
        await shop.Services.MigrateStoresAsync();
    }

    private static ShopUnderTest Build(Wishes wishes, TempFolder data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (wishes.Logs is not null)
            builder.Logging.AddProvider(wishes.Logs);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(wishes, data));
        if (wishes.Time is not null)
            builder.Services.AddSingleton<TimeProvider>(wishes.Time);
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddConversations(builder.Configuration);
        builder.Services.AddScoped<IAgent>(_ => new EchoAgent(wishes.Agent));
        builder.Services.AddSingleton<FakeTools>();
        builder.Services.AddMassTransit(AddBus);
        builder.Services.Configure<MassTransitHostOptions>(options => options.StopTimeout = TimeSpan.FromSeconds(5));
        var shop = new ShopUnderTest(builder.Build(), wishes.Data is null ? data : null);
        shop._app.MapConversations();
        return shop;
    }

    private async Task ServeAsync()
    {
        try
        {
            await _app.StartAsync();
            Http.BaseAddress = new Uri(_app.Urls.First());
        }
        catch (Exception)
        {
            await DisposeAsync();
            throw;
        }
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<ConversationsDbContext, Task<T>> read) => InScopeAsync(scope => read(scope.GetRequiredService<ConversationsDbContext>()));

    /// <summary>A conversation's replies in their order.</summary>
    public async Task<List<string>> RepliesAsync(Guid conversationId)
    {
        var rows = await ReadAsync(db => db.Outbound.AsNoTracking().Where(x => x.ConversationId == conversationId).OrderBy(x => x.Sequence).ToListAsync());
        return [.. rows.Select(row => ReplyJson.Read(row.Message).Text)];
    }

    public Task SendAsync<T>(T command) where T : class => InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<ISendEndpointProvider>().SendCommandAsync(command);
        return await scope.GetRequiredService<ConversationsDbContext>().SaveChangesAsync();
    });

    public Task PublishAsync<T>(T message) where T : class => InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<IPublishEndpoint>().Publish(message);
        return await scope.GetRequiredService<ConversationsDbContext>().SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Tools.Close();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownData?.Dispose();
    }

    private static Dictionary<string, string?> Settings(Wishes wishes, TempFolder data)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:DataPath"] = data.Path,
            ["ConnectionStrings:Postgres"] = data.Database,
            ["Outbox:PollInterval"] = "00:00:00.100",
            ["Shop:Name"] = "Test shop",
            ["Shop:PublicUrl"] = "https://shop.test",
            ["Conversations:Leases:SweepInterval"] = "00:00:00.100",
        };
        if (wishes.WhatsAppApi is not null)
        {
            settings["Channels:WhatsApp:PhoneNumberId"] = PhoneNumberId;
            settings["Channels:WhatsApp:AccessToken"] = "access-token-of-the-tests";
            settings["Channels:WhatsApp:AppSecret"] = AppSecret;
            settings["Channels:WhatsApp:VerifyToken"] = VerifyToken;
            settings["Channels:WhatsApp:ApiBaseUrl"] = wishes.WhatsAppApi;
        }
        foreach (var (name, value) in wishes.Settings)
            settings[name] = value;
        return settings;
    }

    private static void AddBus(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
        bus.AddConversationsConsumers();
        bus.AddConsumer<FakeInvokeToolConsumer>();
        bus.AddConsumer<HandedOffConsumer>();
        bus.AddSingleton<HandedOff>();
        bus.AddOutbox();
        bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
        {
            endpoint.KeepFailedMessages(context);
            endpoint.UseMessageRetry(retry => retry.Interval(3, TimeSpan.FromMilliseconds(50)));
        });
        bus.UsingInMemory((context, transport) =>
        {
            transport.ConcurrentMessageLimit = 8;
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }
}
