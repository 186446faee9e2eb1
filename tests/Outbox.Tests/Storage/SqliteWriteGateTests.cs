using System.Data.Common;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Storage;

public sealed class SqliteWriteGateTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task SixtyFourWritersAtOnce_AllCommit()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        var subject = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => WriteAsync(host, subject, commit: true))));

        Assert.Equal(64, await host.CountAsync(subject, "written"));
    }

    [Fact]
    public async Task TransactionDisposedWithoutCommit_NextWriterIsLetIn()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        var subject = Guid.NewGuid();

        await WriteAsync(host, subject, commit: false);
        await WriteAsync(host, subject, commit: true).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(1, await host.CountAsync(subject, "written"));
    }

    /// <summary>BEGIN that throws raises no transaction event: the gate stayed shut for good and nobody could write any more.</summary>
    [Fact]
    public async Task BeginFailsBehindTheGate_NextWriterIsLetIn()
    {
        using var gate = new SqliteWriteGate();
        using var cancelled = new CancellationTokenSource();
        var options = new DbContextOptionsBuilder<SqliteSampleDbContext>().UseSqlite($"Data Source={Path.Combine(_data.Path, "gate.db")}")
            .AddInterceptors(new SqliteWriteGateInterceptor(gate), new CancelBeforeBegin(cancelled)).Options;

        await using (var db = new SqliteSampleDbContext(options))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Database.BeginTransactionAsync(cancelled.Token));

        await gate.EnterAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task InstantsStored_SortAsTheyDoInTime()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] instants = [noon, noon.ToOffset(TimeSpan.FromHours(9)).AddTicks(1), noon.AddMilliseconds(-1), noon.AddYears(-30)];
        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            db.AddRange(instants.Select(at => new Effect { What = "instant", At = at }));
            await db.SaveChangesAsync();

            var sorted = await db.Effects.AsNoTracking().OrderBy(x => x.At).Select(x => x.At).ToListAsync();

            Assert.Equal(instants.Order(), sorted);
        });
    }

    private static Task WriteAsync(SampleHost host, Guid subject, bool commit) => host.InScopeAsync(async scope =>
    {
        var db = scope.GetRequiredService<SampleDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new Effect { Subject = subject, What = "written" });
        await db.SaveChangesAsync();
        if (commit)
            await transaction.CommitAsync();
    });

    /// <summary>Runs after the gate was passed and before BEGIN.</summary>
    private sealed class CancelBeforeBegin(CancellationTokenSource cancelled) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            await cancelled.CancelAsync();
            return result;
        }
    }
}
