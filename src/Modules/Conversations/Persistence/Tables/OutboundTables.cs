using EcommerceBot.Conversations.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Conversations.Persistence.Tables;

internal sealed class OutboundTable : IEntityTypeConfiguration<OutboundRow>
{
    public void Configure(EntityTypeBuilder<OutboundRow> table)
    {
        table.HasKey(x => x.Id);
        table.Property(x => x.Id).ValueGeneratedNever();
        table.HasIndex(x => new { x.ConversationId, x.Sequence }).IsUnique();
        table.HasIndex(x => new { x.TurnId, x.Ordinal }).IsUnique();
        table.HasIndex(x => x.ProviderId);
        // The first unsettled reply of a conversation, however many settled ones there are.
        table.HasIndex(x => new { x.ConversationId, x.State, x.Sequence });
        table.HasIndex(x => x.State);
        // As a number, so that the store too can compare ranks; a token, because a status and the answer to the send race for it.
        table.Property(x => x.State).HasConversion<int>().IsConcurrencyToken();
    }
}

internal sealed class DeliveryStatusTable : IEntityTypeConfiguration<DeliveryStatus>
{
    public void Configure(EntityTypeBuilder<DeliveryStatus> table)
    {
        table.HasKey(x => x.Sequence);
        table.HasIndex(x => new { x.Channel, x.Account, x.ProviderId, x.Status }).IsUnique();
        table.HasIndex(x => new { x.State, x.Sequence });
        table.Property(x => x.State).HasConversion<string>().HasMaxLength(16);
    }
}
