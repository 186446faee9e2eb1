using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Operations.Tests.Running;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Operations.Tests.Monitoring;

/// <summary>The real Host on PostgreSQL, RabbitMQ and Redis, scraped by a real Prometheus with our rules, while a shopper buys.</summary>
public sealed class WatchedByPrometheus : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prometheus-").FullName;
    private readonly int _port = HostProcess.FreePort();
    private readonly int _management = HostProcess.FreePort();
    private PostgresServer? _postgres;
    private RabbitMqServer? _rabbitMq;
    private RedisServer? _redis;
    private ShopOnWhatsApp? _shop;
    private Process? _prometheus;

    private HttpClient _client = null!;

    /// <summary>Why this cannot be had here.</summary>
    internal static string? Missing => PostgresServer.Missing ?? RabbitMqServer.Missing ?? RedisServer.Missing ?? (File.Exists("/usr/bin/prometheus") ? null : "prometheus is not installed (apt-get install prometheus)");

    internal RabbitMqServer RabbitMq => _rabbitMq!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        var broker = RabbitMqServer.StartAsync(metrics: true);
        _postgres = await PostgresServer.StartAsync();
        _redis = await RedisServer.StartAsync();
        _rabbitMq = await broker;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromSeconds(10) };
        await File.WriteAllTextAsync(Path.Combine(_folder, "last-backup"), "");
        _shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions(), new()
        {
            ["ConnectionStrings__Postgres"] = _postgres.ConnectionString(await _postgres.CreateDatabaseAsync()),
            ["ConnectionStrings__RabbitMq"] = _rabbitMq.ConnectionString,
            ["ConnectionStrings__Redis"] = _redis.ConnectionString,
            ["Management__Port"] = $"{_management}",
            ["Telemetry__BackupMarker"] = Path.Combine(_folder, "last-backup"),
            ["Storage__FiguresEvery"] = "00:00:00.500",
        });
        await StartPrometheusAsync();
        await BuyAsync(_shop);
        await _shop.SettleAsync();
        await UntilAsync("max(ecommercebot_orders_placed_total) > 0 and on () max(errors_total) >= 0 and on () sum(rate(http_server_request_duration_seconds_count[10s])) >= 0 and on () sum(rate(rabbitmq_detailed_queue_messages[10s])) >= 0 and on () sum(rate(ecommercebot_redis_duration_seconds_count[10s])) >= 0");
    }

    /// <summary>The series an expression gives now.</summary>
    internal async Task<int> CountAsync(string query) => (await AskAsync(query)).GetArrayLength();

    internal async Task<HashSet<string>> NamesAsync() =>
        [.. (await _client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/label/__name__/values", UriKind.Relative))).GetProperty("data").EnumerateArray().Select(name => name.GetString()!)];

    public async ValueTask DisposeAsync()
    {
        if (_prometheus is not null)
        {
            _prometheus.Kill();
            await _prometheus.WaitForExitAsync();
            _prometheus.Dispose();
        }
        foreach (var part in (IAsyncDisposable?[])[_shop, _redis, _rabbitMq, _postgres])
            if (part is not null)
                await part.DisposeAsync();
        _client?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        using var answer = await _client.PostAsync(new Uri("/api/v1/query", UriKind.Relative), new FormUrlEncodedContent([new("query", query)]));
        // Plain words instead of JSON while it loads its rules.
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            throw new HttpRequestException("Prometheus is starting.");
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(json.GetProperty("status").GetString() == "success", $"{query}: {json}");
        return json.GetProperty("data").GetProperty("result");
    }

    /// <summary>Our own configuration, with the targets of this test and a pace that suits it.</summary>
    private async Task StartPrometheusAsync()
    {
        var configuration = Repository.Read("monitoring/prometheus/prometheus.yml")
            .Replace("interval: 15s", "interval: 1s", StringComparison.Ordinal)
            .Replace("rules/*.yml", Repository.At("monitoring/prometheus/rules/*.yml"), StringComparison.Ordinal)
            .Replace("\"webhook:9090\", \"worker:9090\", \"mcp:9090\"", $"\"127.0.0.1:{_management}\"", StringComparison.Ordinal)
            .Replace("rabbitmq:15692", $"127.0.0.1:{_rabbitMq!.MetricsPort}", StringComparison.Ordinal);
        var file = Path.Combine(_folder, "prometheus.yml");
        await File.WriteAllTextAsync(file, configuration);
        _prometheus = Process.Start(new ProcessStartInfo("/usr/bin/prometheus",
            [$"--config.file={file}", $"--storage.tsdb.path={_folder}/data", $"--web.listen-address=127.0.0.1:{_port}", "--log.level=error"]))!;
        await UntilAsync("sum(up) == 2");
    }

    private async Task UntilAsync(string query)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                if (await CountAsync(query) > 0)
                    return;
            }
            catch (HttpRequestException) when (!_prometheus!.HasExited)
            {
                // It is starting.
            }
            Assert.False(timeout.IsCancellationRequested, $"Prometheus did not see within 60 s: {query}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task BuyAsync(ShopOnWhatsApp shop)
    {
        var shopper = shop.WhatsApp.Shopper("351912345678", "Ana");
        await shopper.SayAsync("I am looking for hiking boots");
        foreach (var choice in (string[])["product:", "add:", "checkout"])
            await shopper.ChooseAsync(Option(await OfferedAsync(shopper, choice), choice));
        await shopper.NextAsync(_ => true, Patience);
        await shopper.SayAsync("Ana Lima");
        await shopper.NextAsync(_ => true, Patience);
        await shopper.SayAsync("12 Rua Nova, 1000 Lisbon");
        await shopper.ChooseAsync(Option(await OfferedAsync(shopper, "pay:"), "pay:"));
        var page = PaymentPage(await shopper.NextAsync(message => PaymentPage(message) is not null, Patience))!;
        using var paid = await shop.Host.Client.PostAsync(page, new FormUrlEncodedContent([new("outcome", "pay")]));
        paid.EnsureSuccessStatusCode();
        await shopper.NextAsync(message => message.Text.Contains("EB-", StringComparison.Ordinal), Patience);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static Task<ReceivedMessage> OfferedAsync(Shopper shopper, string prefix) =>
        shopper.NextAsync(message => message.Options.Any(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)), Patience);

    private static string Option(ReceivedMessage message, string prefix) => message.Options.First(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)).Id;

    private static Uri? PaymentPage(ReceivedMessage message) =>
        (message.Url ?? message.Text).Split(['\n', ' ']).FirstOrDefault(word => word.Contains("/pay/", StringComparison.Ordinal)) is { } url ? new Uri(url) : null;
}
