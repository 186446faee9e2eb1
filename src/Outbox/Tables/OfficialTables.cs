using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Outbox.Tables;

/// <summary>
/// The three tables exactly as MassTransit.EntityFrameworkCore 8.5 creates them, names and indexes included: an adopter can put that
/// package in our place without a migration (docs/adr/0004).
/// </summary>
internal static class OfficialTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<InboxState>(Inbox);
        model.Entity<OutboxState>(State);
        model.Entity<OutboxMessage>(Message);
    }

    private static void Inbox(EntityTypeBuilder<InboxState> inbox)
    {
        Name(inbox);
        inbox.HasKey(x => x.Id).HasName("PK_InboxState");
        inbox.HasAlternateKey(x => new { x.MessageId, x.ConsumerId }).HasName("AK_InboxState_MessageId_ConsumerId");
        inbox.HasIndex(x => x.Delivered).HasDatabaseName("IX_InboxState_Delivered");
    }

    private static void State(EntityTypeBuilder<OutboxState> state)
    {
        Name(state);
        state.HasKey(x => x.OutboxId).HasName("PK_OutboxState");
        state.Property(x => x.OutboxId).ValueGeneratedNever();
        state.HasIndex(x => x.Created).HasDatabaseName("IX_OutboxState_Created");
        // Rows may name a lane only because it exists: OutboxId is a foreign key. Delivered, so that the official package leaves them alone.
        var made = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        state.HasData(
            new OutboxState { OutboxId = OutboxLane.Scheduled, Created = made, Delivered = made },
            new OutboxState { OutboxId = OutboxLane.Held, Created = made, Delivered = made });
    }

    private static void Message(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Ignore(x => x.ScheduleToken);
        Name(message);
        message.HasKey(x => x.SequenceNumber).HasName("PK_OutboxMessage");
        foreach (var address in new[] { nameof(OutboxMessage.SourceAddress), nameof(OutboxMessage.DestinationAddress), nameof(OutboxMessage.ResponseAddress), nameof(OutboxMessage.FaultAddress) })
            message.Property(address).HasMaxLength(256);
        message.Property(x => x.ContentType).HasMaxLength(256);
        message.HasIndex(x => x.EnqueueTime).HasDatabaseName("IX_OutboxMessage_EnqueueTime");
        message.HasIndex(x => x.ExpirationTime).HasDatabaseName("IX_OutboxMessage_ExpirationTime");
        message.HasIndex(x => new { x.InboxMessageId, x.InboxConsumerId, x.SequenceNumber }).IsUnique()
            .HasDatabaseName("IX_OutboxMessage_InboxMessageId_InboxConsumerId_SequenceNumber");
        message.HasIndex(x => new { x.OutboxId, x.SequenceNumber }).IsUnique().HasDatabaseName("IX_OutboxMessage_OutboxId_SequenceNumber");
        message.HasOne<InboxState>().WithMany().HasForeignKey(x => new { x.InboxMessageId, x.InboxConsumerId })
            .HasPrincipalKey(x => new { x.MessageId, x.ConsumerId }).OnDelete(DeleteBehavior.ClientSetNull);
        message.HasOne<OutboxState>().WithMany().HasForeignKey(x => x.OutboxId).OnDelete(DeleteBehavior.ClientSetNull);
    }

    /// <summary>The package keeps CLR names where the rest of this store uses snake_case.</summary>
    private static void Name<T>(EntityTypeBuilder<T> entity) where T : class
    {
        entity.ToTable(typeof(T).Name);
        foreach (var property in entity.Metadata.GetProperties())
            property.SetColumnName(property.Name);
    }
}
