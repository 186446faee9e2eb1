using System.Net.Http.Json;
using System.Text.Json;

namespace EcommerceBot.Running.Campaigns;

/// <summary>What a campaign left behind, counted in the store, in the broker and on the phones.</summary>
internal sealed record CampaignResult
{
    /// <summary>Acknowledged messages without an effect.</summary>
    public required long Lost { get; init; }

    /// <summary>Effects beyond one a message.</summary>
    public required int Doubled { get; init; }

    /// <summary>Inbound rows missing or beyond one a message.</summary>
    public required long RowsAmiss { get; init; }

    /// <summary>Conversations whose replies came out of order.</summary>
    public required int Disordered { get; init; }

    /// <summary>Conversations whose replies never told of the last piece.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Outbox rows that should have left ten seconds ago, and parked ones. Phones still tell what was read, and such a word is a row for a moment.</summary>
    public required long OutboxLeft { get; init; }

    /// <summary>Error and dead-letter queues that are not empty, each with its count; empty for none.</summary>
    public required string DeadLetters { get; init; }

    /// <summary>Deadlocks in PostgreSQL's log.</summary>
    public required int Deadlocks { get; init; }

    public bool Passed => this is { Lost: 0, Doubled: 0, RowsAmiss: 0, Disordered: 0, Unanswered: 0, OutboxLeft: 0, DeadLetters: "", Deadlocks: 0 };
}

internal sealed class CampaignCount(ShopOnWhatsApp shop, CampaignServers servers, CampaignPlan plan, string sku)
{
    public async Task<CampaignResult> CountAsync(List<List<int>> replies)
    {
        var pieces = await CartedPiecesAsync();
        return new CampaignResult
        {
            Lost = plan.Conversations * plan.Each - pieces.Sum(count => Math.Min(count, plan.Each)),
            Doubled = pieces.Sum(count => Math.Max(0, count - plan.Each)),
            RowsAmiss = Math.Abs(plan.Conversations * plan.Each - await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE kind <> 'status'")),
            Disordered = replies.Count(counts => !counts.SequenceEqual(counts.Order())),
            Unanswered = replies.Select(counts => counts.LastOrDefault()).Order().Zip(pieces.Order()).Count(pair => pair.First != pair.Second),
            OutboxLeft = await shop.Ledger.CountAsync(
                "SELECT (SELECT count(*) FROM messaging.\"OutboxMessage\" WHERE \"OutboxId\" IS NULL AND \"SentTime\" < now() - interval '10 seconds') + (SELECT count(*) FROM messaging.relay_attempts)"),
            DeadLetters = await DeadLettersAsync(),
            Deadlocks = (await servers.Postgres.ReadLogAsync()).Split("deadlock detected").Length - 1,
        };
    }

    /// <summary>What the figures alone do not tell: the rows that stayed, and who stood in whose way.</summary>
    public async Task ExplainAsync(TextWriter output)
    {
        foreach (var row in await shop.Ledger.ColumnAsync<string>(
            "SELECT concat_ws(' ', m.\"SequenceNumber\", m.\"MessageType\", m.\"DestinationAddress\", a.attempts, a.reason) FROM messaging.\"OutboxMessage\" m " +
            "LEFT JOIN messaging.relay_attempts a ON a.sequence_number = m.\"SequenceNumber\" WHERE m.\"OutboxId\" IS NULL OR a.attempts IS NOT NULL LIMIT 20"))
            await output.WriteLineAsync($"still in the outbox: {row}");
        var log = (await servers.Postgres.ReadLogAsync()).Split('\n');
        for (var line = 0; line < log.Length; line++)
            if (log[line].Contains("deadlock detected", StringComparison.Ordinal))
                await output.WriteLineAsync(string.Join('\n', log.Skip(line).Take(12)));
    }

    private async Task<List<int>> CartedPiecesAsync() =>
    [
        .. from lines in await shop.Ledger.ColumnAsync<string>("SELECT lines FROM orders.carts")
           from line in JsonDocument.Parse(lines).RootElement.EnumerateArray()
           where line.GetProperty("sku").GetString() == sku
           select line.GetProperty("quantity").GetInt32(),
    ];

    private async Task<string> DeadLettersAsync()
    {
        var queues = await servers.RabbitMq.Management.GetFromJsonAsync<JsonElement>(new Uri("/api/queues", UriKind.Relative));
        return string.Join(", ",
            from queue in queues.EnumerateArray()
            let name = queue.GetProperty("name").GetString()!
            let messages = queue.TryGetProperty("messages", out var count) ? count.GetInt64() : 0
            where messages > 0 && (name.EndsWith("_error", StringComparison.Ordinal) || name.EndsWith("_dead", StringComparison.Ordinal))
            select $"{name} {messages}");
    }
}
