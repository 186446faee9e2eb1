using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Integration.Tests.Watching;
using EcommerceBot.Simulators.WhatsApp;

[assembly: AssemblyFixture(typeof(WatchedShop))]

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>
/// One shop with everything an operator can switch on, in which one shopper has bought something, another has chatted on the page, and people behind the bot
/// have asked and changed; started by the first test that asks.
/// </summary>
public sealed class WatchedShop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("watched-").FullName;
    private Task? _started;

    internal Receiver Receiver { get; } = new();
    internal ShopOnWhatsApp Shop { get; private set; } = null!;
    internal string Certificates => _folder;
    internal int TlsPort { get; } = HostProcess.FreePort();
    internal Uri Profiling { get; } = new($"http://127.0.0.1:{HostProcess.FreePort()}");

    /// <summary>What came to light in between and must not be found anywhere either: a chat token, the payment page's id.</summary>
    internal List<string> Found { get; } = [];

    internal async Task<WatchedShop> StartedAsync(ServersFixture servers)
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            // Begun once: where it fails, every test tells why at once.
            await (_started ??= StartAsync(servers));
            return this;
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task StartAsync(ServersFixture servers)
    {
        var settings = await servers.FreshAsync();
        Watching.Certificates.Write(_folder, "first.example");
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging",
            ["Serilog__MinimumLevel__Default"] = "Debug",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Receiver.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            ["Seq__ServerUrl"] = Receiver.Address.ToString(),
            ["Seq__ApiKey"] = Canaries.SeqKey,
            ["Management__Port"] = $"{HostProcess.FreePort()}",
            ["ENABLE_PROFILING"] = "true",
            ["PROFILING_PORT"] = $"{Profiling.Port}",
            ["PROFILING_TOKEN"] = Canaries.ProfilingToken,
            ["Tls__CertificateFile"] = Path.Combine(_folder, "tls.crt"),
            ["Tls__KeyFile"] = Path.Combine(_folder, "tls.key"),
            ["Tls__Port"] = $"{TlsPort}",
            ["Telemetry__BackupMarker"] = Path.Combine(_folder, "last-backup"),
            ["Storage__FiguresEvery"] = "00:00:00.500",
            ["SECRETS_PATH"] = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName,
            ["Admin__ApiKeyPrevious"] = Canaries.PreviousAdminKey,
            ["Channels__WhatsApp__AppSecretPrevious"] = Canaries.PreviousAppSecret,
            ["Proxy__Networks__0"] = "127.0.0.0/8",
        })
            settings[name] = value;
        await File.WriteAllTextAsync(Path.Combine(_folder, "secrets", "Admin__ApiKey"), Canaries.AdminKey, Cancel);
        Shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions { AccessToken = Canaries.Token, AppSecret = Canaries.AppSecret }, settings);
        await BuyAsync(Shop);
        await ChatAsync(Shop);
        await AdministerAsync(Shop);
        await Shop.SettleAsync();
    }

    private async Task BuyAsync(ShopOnWhatsApp shop)
    {
        var shopper = shop.WhatsApp.Shopper(Canaries.Phone, Canaries.Name);
        await shopper.SayAsync("I am looking for hiking boots", Cancel);
        await shopper.ChooseAsync(Option(await OfferedAsync(shopper, "product:"), "product:"), cancellationToken: Cancel);
        await shopper.ChooseAsync(Option(await OfferedAsync(shopper, "add:"), "add:"), cancellationToken: Cancel);
        await shopper.ChooseAsync(Option(await OfferedAsync(shopper, "checkout"), "checkout"), cancellationToken: Cancel);
        await shopper.NextAsync(_ => true, Patience, Cancel);
        await shopper.SayAsync($"{Canaries.Name} Lima", Cancel);
        await shopper.NextAsync(_ => true, Patience, Cancel);
        await shopper.SayAsync($"12 {Canaries.Street}, 1000 Lisbon", Cancel);
        await shopper.ChooseAsync(Option(await OfferedAsync(shopper, "pay:"), "pay:"), cancellationToken: Cancel);
        var page = PaymentPage(await shopper.NextAsync(message => PaymentPage(message) is not null, Patience, Cancel))!;
        Found.Add(page.Segments[^1]);
        using var paid = await shop.Host.Client.PostAsync(page, new FormUrlEncodedContent([new("outcome", "pay")]), Cancel);
        paid.EnsureSuccessStatusCode();
        await shopper.NextAsync(message => message.Text.Contains("EB-", StringComparison.Ordinal), Patience, Cancel);
    }

    private async Task ChatAsync(ShopOnWhatsApp shop)
    {
        var opened = await shop.Host.Client.PostAsync(new Uri("/chat/sessions", UriKind.Relative), null, Cancel);
        var token = (await opened.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
        Found.Add(token);
        await shop.Host.Client.PostAsJsonAsync(new Uri($"/chat/sessions/{token}/messages", UriKind.Relative), new { id = "1", text = $"call {Canaries.Phone} about {Canaries.Text}, a human please" }, Cancel);
        foreach (var path in (string[])[$"/webhooks/whatsapp?hub.verify_token={Canaries.VerifyToken}", $"/nowhere/{Canaries.Text}", $"/pay/{Canaries.Text}", $"/chat/sessions/{token}/messages"])
            (await shop.Host.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Dispose();
    }

    private static async Task AdministerAsync(ShopOnWhatsApp shop)
    {
        foreach (var path in (string[])["/api/errors/discard", "/api/orders/EB-0000-0000/note"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { text = Canaries.Text }) };
            request.Headers.Add("X-Admin-Key", Canaries.AdminKey);
            (await shop.Host.Client.SendAsync(request, Cancel)).Dispose();
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ReceivedMessage> OfferedAsync(Shopper shopper, string prefix) =>
        shopper.NextAsync(message => message.Options.Any(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)), Patience, Cancel);

    private static string Option(ReceivedMessage message, string prefix) => message.Options.First(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)).Id;

    private static Uri? PaymentPage(ReceivedMessage message) =>
        (message.Url ?? message.Text).Split(['\n', ' ']).FirstOrDefault(word => word.Contains("/pay/", StringComparison.Ordinal)) is { } url ? new Uri(url) : null;

    public async ValueTask DisposeAsync()
    {
        if (Shop is not null)
            await Shop.DisposeAsync();
        await Receiver.DisposeAsync();
        _starting.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
