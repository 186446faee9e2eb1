namespace EcommerceBot.Running.Campaigns;

/// <summary>The real Host on servers, with keys for buyers; it can be killed and comes back on the same port.</summary>
internal sealed class ShopForBuyers : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("shop-").FullName;
    private readonly int _port = HostProcess.FreePort();
    private readonly Dictionary<string, string> _settings;

    private ShopForBuyers(Dictionary<string, string> settings) => _settings = settings;

    public HostProcess Host { get; private set; } = null!;
    public List<string> Keys { get; } = [];
    public Ledger Ledger => new(_settings["ConnectionStrings__Postgres"], "");

    public static async Task<ShopForBuyers> StartAsync(CampaignServers servers, string products, int keys)
    {
        var shop = new ShopForBuyers(new Dictionary<string, string>(await servers.SettingsAsync())
        {
            ["RateLimits__PerAddress__/mcp"] = "0",
            ["Tools__Limits__PerMinute"] = "0",
            ["MCP_CLIENT_POOL_SIZE"] = "64",
            ["Tools__Limits__Waiting"] = "2000",
        });
        await shop.RunAsync();
        var file = Path.Combine(shop._data, "import.csv");
        await File.WriteAllTextAsync(file, products);
        await shop.CommandAsync("import", file);
        for (var key = 0; key < keys; key++)
            shop.Keys.Add((await shop.CommandAsync("keys", "create", "--name", $"Buyer {key}")).Split('\n').Single(line => line.StartsWith("ebk_", StringComparison.Ordinal)).Trim());
        return shop;
    }

    public AgentBuyer Buyer(int number, string name) => new(() => Host.Client, Keys[number % Keys.Count], name);

    public async Task KillAndRestartAsync()
    {
        await Host.KillAsync();
        await Host.DisposeAsync();
        await RunAsync();
    }

    private async Task RunAsync() => Host = await HostProcess.StartAsync(_data, _port, _settings);

    private async Task<string> CommandAsync(params string[] arguments)
    {
        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, _settings, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{arguments[0]} ended with {exitCode}: {output}");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
