using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>
/// Floor (o): the least program that does the same work. Row and message in one transaction, a relay that claims, publishes with confirms and
/// deletes, a consumer that notes what it has seen. No envelope, no headers, no schedule, no retry.
/// </summary>
internal sealed class HandmadeOutbox : IAsyncDisposable
{
    private const string Queue = "handmade";
    private static readonly string Note = new('x', 400);

    private readonly NpgsqlDataSource _source;
    private readonly IConnection _broker;
    private readonly IChannel _publishes;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private Task _relay = Task.CompletedTask;

    private HandmadeOutbox(NpgsqlDataSource source, IConnection broker, IChannel publishes) => (_source, _broker, _publishes) = (source, broker, publishes);

    public Tower Tower { get; } = new();

    public static async Task<HandmadeOutbox> StartAsync(string postgres, string rabbitMq)
    {
        var source = NpgsqlDataSource.Create($"{postgres};Max Auto Prepare=50;Auto Prepare Min Usages=2");
        await using (var tables = source.CreateCommand("CREATE TABLE business(id uuid PRIMARY KEY, number bigint NOT NULL, note text NOT NULL); " +
            "CREATE TABLE outbox(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload jsonb NOT NULL); CREATE TABLE inbox(number bigint PRIMARY KEY)"))
            await tables.ExecuteNonQueryAsync();
        var broker = await new ConnectionFactory { Uri = new Uri(rabbitMq) }.CreateConnectionAsync();
        var publishes = await broker.CreateChannelAsync(new CreateChannelOptions(true, true));
        await publishes.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var made = new HandmadeOutbox(source, broker, publishes);
        await made.ConsumeAsync();
        made._relay = Task.Run(made.RelayAsync);
        return made;
    }

    public async Task CommitAsync(long number)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("INSERT INTO business VALUES ($1, $2, $3)") { Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = number }, new() { Value = Note } } },
                new("INSERT INTO outbox(payload) VALUES ($1)")
                {
                    Parameters = { new() { Value = JsonSerializer.Serialize(new BusinessNoted { Number = number, Note = Note }), NpgsqlDbType = NpgsqlDbType.Jsonb } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        if (_wake.CurrentCount == 0)
            Wake();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _relay;
        await _broker.DisposeAsync();
        await _source.DisposeAsync();
        _stop.Dispose();
        _wake.Dispose();
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another writer was quicker; the relay is awake.
        }
    }

    private async Task RelayAsync()
    {
        while (!_stop.IsCancellationRequested)
            if (!await RelayBatchAsync())
                await _wake.WaitAsync(50);
    }

    private async Task<bool> RelayBatchAsync()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rows = new List<(long Id, byte[] Payload)>();
        await using (var claim = new NpgsqlCommand("SELECT id, payload::text FROM outbox ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED", connection, transaction))
        await using (var reader = await claim.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                rows.Add((reader.GetInt64(0), System.Text.Encoding.UTF8.GetBytes(reader.GetString(1))));
        if (rows.Count == 0)
            return false;
        var properties = new BasicProperties { Persistent = true };
        await Task.WhenAll(rows.Select(row => _publishes.BasicPublishAsync("", Queue, false, properties, row.Payload).AsTask()));
        await using (var delete = new NpgsqlCommand("DELETE FROM outbox WHERE id = ANY($1)", connection, transaction) { Parameters = { new() { Value = rows.Select(row => row.Id).ToArray() } } })
            await delete.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    }

    private async Task ConsumeAsync()
    {
        var channel = await _broker.CreateChannelAsync(new CreateChannelOptions(false, false, null, 16));
        await channel.BasicQosAsync(0, 64, false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var (tag, number) = (delivery.DeliveryTag, JsonSerializer.Deserialize<BusinessNoted>(delivery.Body.Span)!.Number);
            await using (var seen = _source.CreateCommand("INSERT INTO inbox VALUES ($1) ON CONFLICT DO NOTHING"))
            {
                seen.Parameters.Add(new() { Value = number });
                await seen.ExecuteNonQueryAsync();
            }
            Tower.Landed(number);
            await channel.BasicAckAsync(tag, false);
        };
        await channel.BasicConsumeAsync(Queue, false, consumer);
    }
}
