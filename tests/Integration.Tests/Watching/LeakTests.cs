using System.Text;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Watching;

public sealed class LeakTests(WatchedShop watched, ServersFixture servers)
{
    [Fact]
    public async Task Seq_GetsClefWithTraceAndCorrelation()
    {
        var receiver = (await watched.StartedAsync(servers)).Receiver;

        var events = await Eventually.SeeAsync(() => Task.FromResult(receiver.Events), all => all.Exists(x => Has(x, "CorrelationId") && Has(x, "@tr")) && all.Exists(IsDiscard), "the events of a consumer and of the discard");

        Assert.Equal(Canaries.SeqKey, receiver.SeqKey);
        Assert.StartsWith("application/vnd.serilog.clef", receiver.SeqContentType, StringComparison.Ordinal);
        Assert.All(events, one => Assert.True(Has(one, "@t") && (Has(one, "@mt") || Has(one, "@m"))));
        var ids = receiver.Spans.Select(span => span.TraceId).ToHashSet();
        Assert.Contains(events, one => Has(one, "CorrelationId") && ids.Contains(one.GetProperty("@tr").GetString()!));
        var audit = Assert.Single(events, one => IsDiscard(one));
        Assert.Equal("admin-key", Text(audit, "Actor"));
    }

    private static bool IsDiscard(System.Text.Json.JsonElement one) => Text(one, "SourceContext") == "EcommerceBot.Audit" && Text(one, "Route") == "/api/errors/discard";

    [Fact]
    public async Task CanariesInEveryField_NoneInLogsTracesOrMetrics()
    {
        var shop = await watched.StartedAsync(servers);
        await Eventually.SeeAsync(() => Task.FromResult(shop.Receiver.MetricExports), count => count > 0, "metrics over OTLP");

        Assert.NotEqual(0, await shop.Shop.Ledger.CountAsync($"SELECT count(*) FROM conversations.inbound WHERE content LIKE '%{Canaries.Street}%'"));
        var scrape = await shop.Shop.Host.Client.GetStringAsync(new Uri(shop.Shop.Host.Management, "/metrics"), TestContext.Current.CancellationToken);
        var all = new Dictionary<string, string> { ["metrics"] = scrape, ["wire"] = shop.Receiver.Everything, ["console"] = await ConsoleAsync(shop) };

        Assert.All(all.Values, text => Assert.True(text.Length > 1000));
        var leaks = from surface in all
                    from canary in Canaries.All.Concat(shop.Found)
                    where surface.Value.Contains(canary, StringComparison.OrdinalIgnoreCase)
                    select $"{canary} in {surface.Key}: {Around(surface.Value, canary)}";
        Assert.Empty(leaks);
    }

    private static async Task<string> ConsoleAsync(WatchedShop shop)
    {
        await using var file = new FileStream(shop.Shop.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }

    private static bool Has(System.Text.Json.JsonElement one, string name) => one.TryGetProperty(name, out _);

    private static string Text(System.Text.Json.JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value.ToString() : "";
}
