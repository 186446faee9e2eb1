using System.Diagnostics;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcommerceBot.Outbox.Tests.Failures;

/// <summary>What the error pipe lets go is gone: on this transport there is no queue behind it.</summary>
public sealed class StoreOutageTests : IDisposable
{
    private readonly TempFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task StoreRefusesTheFailedMessage_ItIsHeldUntilTheStoreTakesIt()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        using var refusals = new RefusedInserts();
        await ExecuteAsync(host, "CREATE TRIGGER disk_full BEFORE INSERT ON messaging_failed_messages BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        await host.Bus.Publish(new DoWork { Subject = Guid.NewGuid(), Failures = int.MaxValue }, Token);
        await refusals.First.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await ExecuteAsync(host, "DROP TRIGGER disk_full");

        await SampleHost.UntilAsync(() => host.ReadAsync(db => db.FailedMessages.AnyAsync()), "the message, once the store takes it");
        Assert.Equal(1, await host.ReadAsync(db => db.FailedMessages.CountAsync()));
    }

    private static Task<int> ExecuteAsync(SampleHost host, string sql) => host.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Hears EF say that an insert into the table failed.</summary>
    private sealed class RefusedInserts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<IDisposable> _subscriptions = [];

        public RefusedInserts() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public Task First => _first.Task;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandErrorEventData { Exception: SqliteException { Message: var message } } && message.Contains("disk full", StringComparison.Ordinal))
                _first.TrySetResult();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
