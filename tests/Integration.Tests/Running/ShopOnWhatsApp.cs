using EcommerceBot.Simulators.WhatsApp;
using Microsoft.Data.Sqlite;

namespace EcommerceBot.Integration.Tests.Running;

/// <summary>The real Host with the demo catalog on a data folder of its own, connected to a simulated WhatsApp Cloud API.</summary>
internal sealed class ShopOnWhatsApp : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("shop-").FullName;
    private readonly int _port = HostProcess.FreePort();
    private readonly WhatsAppSimulatorOptions _options;

    private ShopOnWhatsApp(WhatsAppSimulatorOptions options, WhatsAppSimulator whatsApp) => (_options, WhatsApp) = (options, whatsApp);

    public WhatsAppSimulator WhatsApp { get; }
    public HostProcess Host { get; private set; } = null!;
    public string DatabaseFile => Path.Combine(_data, "shop.db");
    public string AppSecret => _options.AppSecret;

    public static async Task<ShopOnWhatsApp> StartAsync(WhatsAppSimulatorOptions? options = null)
    {
        options ??= new WhatsAppSimulatorOptions();
        var shop = new ShopOnWhatsApp(options, await WhatsAppSimulator.StartAsync(options));
        await shop.StartHostAsync();
        shop.WhatsApp.Webhook = new Uri(shop.Host.Address, "webhooks/whatsapp");
        return shop;
    }

    /// <summary>(Re)starts the Host on the same port and data.</summary>
    public async Task StartHostAsync() => Host = await HostProcess.StartAsync(_data, _port, new Dictionary<string, string>
    {
        ["Channels__WhatsApp__PhoneNumberId"] = _options.PhoneNumberId,
        ["Channels__WhatsApp__AccessToken"] = _options.AccessToken,
        ["Channels__WhatsApp__AppSecret"] = _options.AppSecret,
        ["Channels__WhatsApp__VerifyToken"] = "verify-me",
        ["Channels__WhatsApp__ApiBaseUrl"] = WhatsApp.BaseUrl,
        ["Channels__WhatsApp__GraphVersion"] = "v23.0",
    });

    public async Task KillAndRestartAsync()
    {
        await Host.KillAsync();
        await Host.DisposeAsync();
        await StartHostAsync();
    }

    /// <summary>Counts from outside, in the database file itself.</summary>
    public async Task<long> CountAsync(string sql) => (long)(await ScalarAsync(sql))!;

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenStoreAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async Task<SqliteConnection> OpenStoreAsync()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Returns when nothing is left to answer or to send.</summary>
    public async Task SettleAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await CountAsync("SELECT (SELECT count(*) FROM conversations_inbound WHERE state = 'Pending') + (SELECT count(*) FROM conversations_outbound WHERE state < 3)") > 0)
            await timer.WaitForNextTickAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await WhatsApp.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
