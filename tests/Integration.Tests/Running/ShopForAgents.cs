using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Integration.Tests.Running;

/// <summary>The real Host with the demo catalog on a data folder of its own, and keys for agents made with its own command.</summary>
internal sealed class ShopForAgents : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("shop-").FullName;
    private readonly IReadOnlyDictionary<string, string> _settings;

    private ShopForAgents(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public HostProcess Host { get; private set; } = null!;
    public Ledger Ledger => new(_settings.GetValueOrDefault("ConnectionStrings__Postgres"), Path.Combine(_data, "shop.db"));

    public static async Task<ShopForAgents> StartAsync(IReadOnlyDictionary<string, string> settings, string program = HostProcess.HostProgram)
    {
        var shop = new ShopForAgents(settings);
        shop.Host = await HostProcess.StartAsync(shop._data, HostProcess.FreePort(), settings, program);
        return shop;
    }

    /// <summary>With a new key where none is given, so as a new owner.</summary>
    public async Task<McpClient> ConnectAsync(string? key = null)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri(Host.Address, "mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key ?? await CreateKeyAsync()}" },
        };
        return await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: TestContext.Current.CancellationToken);
    }

    public async Task<string> CreateKeyAsync()
    {
        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, _settings, "keys", "create", "--name", "An agent");
        Assert.True(exitCode == 0, output);
        return output.Split('\n').Single(line => line.StartsWith("ebk_", StringComparison.Ordinal)).Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}

/// <summary>A tool call that has to succeed.</summary>
internal static class Asking
{
    public static async Task<JsonElement> AskAsync(this McpClient agent, string tool, object arguments)
    {
        var given = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(x => x.Name, x => (object?)x.Value);
        var result = await agent.CallToolAsync(tool, given, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(result.IsError == true, $"{tool}: {(result.Content[0] as TextContentBlock)?.Text}");
        return result.StructuredContent!.Value;
    }
}
