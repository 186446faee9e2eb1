using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Relay;
using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Tests.Relay;

public sealed class RelayedRowsTests
{
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(15);
    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void FailedMessageIsNotStoredYet_ItsRowOutlastsTheRetention()
    {
        var beingStored = new BeingStored();
        var rows = new RelayedRows(Retention, beingStored);
        var (held, done) = (new OutboxMessage { SequenceNumber = 1, MessageId = Guid.NewGuid() }, new OutboxMessage { SequenceNumber = 2, MessageId = Guid.NewGuid() });
        rows.Add(held, expired: false, Start);
        rows.Add(done, expired: false, Start);

        using (beingStored.Enter(held.MessageId))
        {
            Assert.Equal([2], rows.TakeDeletable(Start + Retention));
            Assert.Empty(rows.TakeDeletable(Start + (2 * Retention)));
        }

        Assert.Equal([1], rows.TakeDeletable(Start + (3 * Retention)));
    }
}
