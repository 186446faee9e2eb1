using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Conversations.Persistence.Tables;

internal sealed class InboundTable : IEntityTypeConfiguration<InboundRow>
{
    public void Configure(EntityTypeBuilder<InboundRow> table)
    {
        table.HasKey(x => x.Sequence);
        // Kept for good: Meta repeats a webhook for up to seven days, and a later copy must still find its first.
        table.HasIndex(x => new { x.Channel, x.Account, x.Kind, x.NaturalId }).IsUnique();
        table.HasIndex(x => new { x.State, x.ConversationId, x.Sequence });
        table.HasIndex(x => x.TurnId);
        table.Property(x => x.State).HasConversion<string>().HasMaxLength(16);
    }
}

internal sealed class TurnTable : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> table)
    {
        table.HasKey(x => x.Id);
        table.Property(x => x.Id).ValueGeneratedNever();
        table.HasIndex(x => new { x.ConversationId, x.State });
        table.Property(x => x.State).HasConversion<string>().HasMaxLength(16);
    }
}

internal sealed class ToolCallTable : IEntityTypeConfiguration<ToolCall>
{
    public void Configure(EntityTypeBuilder<ToolCall> table) => table.HasKey(x => new { x.TurnId, x.Number });
}
