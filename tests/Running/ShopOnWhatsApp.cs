using System.Security.Cryptography;
using System.Text;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Running;

/// <summary>The real Host with the demo catalog on a data folder of its own, connected to a simulated WhatsApp Cloud API.</summary>
internal sealed class ShopOnWhatsApp : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("shop-").FullName;
    private readonly WhatsAppSimulatorOptions _options;
    private readonly HostProcess[] _replicas;
    private int _killed;

    private readonly Dictionary<string, string> _stores;

    private ShopOnWhatsApp(WhatsAppSimulatorOptions options, WhatsAppSimulator whatsApp, Dictionary<string, string> stores, int replicas)
    {
        (_options, WhatsApp, _stores, _replicas) = (options, whatsApp, stores, new HostProcess[replicas]);
        Ledger = new Ledger(stores.GetValueOrDefault("ConnectionStrings__Postgres"), Path.Combine(_data, "shop.db"));
    }

    public WhatsAppSimulator WhatsApp { get; }
    /// <summary>The only one, or the first of several.</summary>
    public HostProcess Host => _replicas[0];

    public Ledger Ledger { get; }

    /// <summary>What the Host writes to its console.</summary>
    public string LogFile => HostProcess.LogOf(_data);

    /// <param name="options">The simulated phones and their rules.</param>
    /// <param name="stores">The servers' connection strings; none for the embedded store.</param>
    /// <param name="replicas">Hosts on those servers, all started at once; webhooks go to them in turn.</param>
    public static async Task<ShopOnWhatsApp> StartAsync(WhatsAppSimulatorOptions? options = null, Dictionary<string, string>? stores = null, int replicas = 1)
    {
        options ??= new WhatsAppSimulatorOptions();
        var shop = new ShopOnWhatsApp(options, await WhatsAppSimulator.StartAsync(options), stores ?? [], replicas);
        await Task.WhenAll(Enumerable.Range(0, replicas).Select(replica => shop.StartHostAsync(replica, HostProcess.FreePort())));
        shop.WhatsApp.Webhooks = [.. shop._replicas.Select(host => new Uri(host.Address, "webhooks/whatsapp"))];
        return shop;
    }

    private async Task StartHostAsync(int replica, int port) => _replicas[replica] = await HostProcess.StartAsync(FolderOf(replica), port, new Dictionary<string, string>(_stores)
    {
        ["Channels__WhatsApp__PhoneNumberId"] = _options.PhoneNumberId,
        ["Channels__WhatsApp__AccessToken"] = _options.AccessToken,
        ["Channels__WhatsApp__AppSecret"] = _options.AppSecret,
        ["Channels__WhatsApp__VerifyToken"] = "verify-me",
        ["Channels__WhatsApp__ApiBaseUrl"] = WhatsApp.BaseUrl,
        ["Channels__WhatsApp__GraphVersion"] = "v23.0",
    });

    /// <summary>Imports these products by the Host's own command, beside the serving one.</summary>
    public async Task ImportAsync(string csv)
    {
        var file = Path.Combine(_data, "import.csv");
        await File.WriteAllTextAsync(file, csv);
        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, _stores, "import", file);
        if (exitCode != 0)
            throw new InvalidOperationException($"The import ended with {exitCode}: {output}");
    }

    /// <summary>SIGKILL, then a new start on the same port and data; of several Hosts each has its turn.</summary>
    public async Task KillAndRestartAsync()
    {
        var replica = _killed++ % _replicas.Length;
        var port = _replicas[replica].Address.Port;
        await _replicas[replica].KillAsync();
        await _replicas[replica].DisposeAsync();
        await StartHostAsync(replica, port);
    }

    /// <summary>A new start of the first Host, which has ended by itself, on the same port and data.</summary>
    public async Task StartAgainAsync()
    {
        var port = Host.Address.Port;
        await Host.DisposeAsync();
        await StartHostAsync(0, port);
    }

    /// <summary>Posts a webhook body as Meta does, with its signature unless another is given.</summary>
    public async Task<HttpResponseMessage> DeliverAsync(byte[] body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/whatsapp", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        // What is refused for its length is then never sent: the answer and the broken pipe would race.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        signature ??= $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_options.AppSecret), body))}";
        if (signature.Length > 0)
            request.Headers.Add("X-Hub-Signature-256", signature);
        return await Host.Client.SendAsync(request);
    }

    /// <summary>Returns when nothing is left to answer or to send.</summary>
    /// <param name="within">Default 60 s.</param>
    public async Task SettleAsync(TimeSpan? within = null)
    {
        using var timeout = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await Ledger.CountAsync("SELECT (SELECT count(*) FROM conversations.inbound WHERE state = 'Pending') + (SELECT count(*) FROM conversations.outbound WHERE state < 3)") > 0)
            await timer.WaitForNextTickAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _replicas)
            await host.DisposeAsync();
        await WhatsApp.DisposeAsync();
        for (var replica = 0; replica < _replicas.Length; replica++)
            Directory.Delete(FolderOf(replica), recursive: true);
    }

    private string FolderOf(int replica) => replica == 0 ? _data : Directory.CreateDirectory($"{_data}-{replica}").FullName;
}
