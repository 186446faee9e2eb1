using System.Net;
using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Tools.Contracts.Requests;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>The module as its own registration makes it, on a real port, the embedded store and the real bus.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tools-").FullName;
    private readonly WebApplication _app;

    private Shop(string environment, TimeProvider? time, (string Key, string Value)[] settings)
    {
        // MassTransit keeps its logger ambient: without this a second host would log to the first one's disposed factory.
        LogContext.Current = null!;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(x => x.Key, x => (string?)x.Value));
        builder.Configuration["Storage:DataPath"] = _folder;
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddTools(builder.Configuration);
        builder.Services.AddSingleton(Modules);
        builder.Services.AddMassTransit(Connect);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            // What a connection from another machine looks like.
            if (context.Request.Headers.Remove("Test-Remote-Address", out var address))
                context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            return next(context);
        });
        _app.MapTools();
    }

    public Modules Modules { get; } = new();
    public RecordedLog Log { get; } = new();
    public IServiceProvider Services => _app.Services;
    public Uri Mcp => new(new Uri(_app.Urls.Single()), "/mcp");
    public HttpClient Http { get; } = new();

    public static async Task<Shop> StartAsync(string environment = "Production", TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var shop = new Shop(environment, time, settings);
        await shop.Services.MigrateStoresAsync(TestContext.Current.CancellationToken);
        await shop._app.StartAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    /// <summary>Calls a tool as the agent of a conversation does.</summary>
    public async Task<ToolResult> InvokeAsync(string tool, string arguments, string key = "key-1", string owner = "customer-1")
    {
        await using var scope = Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<InvokeTool>>();
        var call = new InvokeTool { Tool = tool, Arguments = arguments, OwnerId = owner, Key = key };
        return (await client.GetResponse<ToolResult>(call, TestContext.Current.CancellationToken)).Message;
    }

    public async Task<JsonElement> ContentAsync(string tool, string arguments, string key = "key-1")
    {
        var result = await InvokeAsync(tool, arguments, key);
        return JsonElement.Parse(result.Content);
    }

    public Task<string> KeyAsync(params IReadOnlyList<string> scopes) => Services.CreateApiKeyAsync("Test", scopes, null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Connect(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
        bus.AddToolsConsumers();
        Stand<SearchProducts>(bus);
        Stand<GetProduct>(bus);
        Stand<CreateCart>(bus);
        Stand<GetCart>(bus);
        Stand<AddToCart>(bus);
        Stand<SetCartQuantity>(bus);
        Stand<ReplaceCart>(bus);
        Stand<SetCartNote>(bus);
        Stand<MergeCart>(bus);
        Stand<CreateCheckout>(bus);
        Stand<GetCheckout>(bus);
        Stand<CompleteCheckout>(bus);
        Stand<CancelCheckout>(bus);
        Stand<ChoosePaymentMethod>(bus);
        Stand<GetOrder>(bus);
        Stand<ListOrders>(bus);
        Stand<CancelOrder>(bus);
        Stand<UpdateOrderAddress>(bus);
        Stand<UpdateOrderItems>(bus);
        Stand<UpdateOrderPayment>(bus);
        Stand<ReturnOrderItems>(bus);
        Stand<ExchangeOrderItems>(bus);
        Stand<FindCustomer>(bus);
        Stand<GetCustomer>(bus);
        Stand<UpdateCustomerAddress>(bus);
        bus.AddConsumer<HeardConsumer>().Endpoint(endpoint => endpoint.Name = "stand-conversations");
        bus.AddOutbox();
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }

    private static void Stand<T>(IBusRegistrationConfigurator bus) where T : class =>
        bus.AddConsumer<ModuleConsumer<T>>().Endpoint(endpoint => endpoint.Name = $"stand-{typeof(T).Name}");
}
