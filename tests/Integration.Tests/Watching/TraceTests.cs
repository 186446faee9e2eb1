using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Watching;

public sealed class TraceTests(WatchedShop watched, ServersFixture servers)
{
    [Fact]
    public async Task ShopperConfirms_OneTraceHoldsWebhookRowsEveryConsumerSqlPaymentAndSend()
    {
        var receiver = (await watched.StartedAsync(servers)).Receiver;

        var trace = await Eventually.SeeAsync(
            () => Task.FromResult(TraceOf(receiver.Spans, "open-payment-page")), trace => trace.Count(span => span.Name == "send whatsapp") > 1, "the trace of a confirmation, with its answer and its payment link");

        Assert.Single(trace, span => span.Name == "POST /webhooks/whatsapp/" && span.ParentId.Length == 0);
        Assert.Contains(trace, span => span.Name == "inbound stored");
        Assert.Contains(trace, span => span.Name == "turn");
        foreach (var consumer in (string[])["conversations-run-turn", "tools-invoke-tool", "orders-complete-checkout", "orders-checkout receive", "catalog-reserve-stock", "orders-open-payment-page", "conversations-offer-payment", "conversations-send-replies"])
            Assert.Contains(trace, span => span.Scope == "MassTransit" && span.Name.StartsWith(consumer, StringComparison.Ordinal));
        Assert.Contains(trace, span => span.Scope == "Npgsql" && IsUnder(trace, span, "orders-open-payment-page"));
        Assert.Contains(trace, span => span.Scope == "Npgsql" && IsUnder(trace, span, "conversations-run-turn"));
        var send = trace.First(span => span.Name == "send whatsapp");
        Assert.Contains(trace, span => span.ParentId == send.Id && span.Attributes.ContainsKey("http.response.status_code"));
        // Every span but the first hangs on another of the same trace.
        Assert.DoesNotContain(trace, span => span.ParentId.Length > 0 && trace.TrueForAll(other => other.Id != span.ParentId));
    }

    [Fact]
    public async Task RelaySweepsAndFiguresPoll_TheirStatementsMakeNoTraces()
    {
        var receiver = (await watched.StartedAsync(servers)).Receiver;

        var roots = receiver.Spans.Where(span => span.ParentId.Length == 0).Select(span => span.Scope).Distinct();

        Assert.DoesNotContain("Npgsql", roots);
    }

    [Fact]
    public async Task HealthAndMetricsAreAsked_NoTraces()
    {
        var receiver = (await watched.StartedAsync(servers)).Receiver;

        Assert.NotEmpty(receiver.Spans);
        Assert.DoesNotContain(receiver.Spans, span => span.Name.Contains("/health", StringComparison.Ordinal) || span.Name.Contains("/metrics", StringComparison.Ordinal));
    }

    private static List<Span> TraceOf(List<Span> spans, string consumer) =>
        spans.Find(span => span.Scope == "MassTransit" && span.Name.Contains(consumer, StringComparison.Ordinal)) is { } one ? spans.FindAll(span => span.TraceId == one.TraceId) : [];

    private static bool IsUnder(List<Span> trace, Span span, string ancestor)
    {
        for (var at = span; at is not null; at = trace.Find(other => other.Id == at.ParentId))
        {
            if (at.Name.Contains(ancestor, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
