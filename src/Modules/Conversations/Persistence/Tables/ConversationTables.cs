using EcommerceBot.Conversations.Channels.WebChat;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Leasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Conversations.Persistence.Tables;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> table)
    {
        table.HasKey(x => x.Id);
        table.Property(x => x.Id).ValueGeneratedNever();
        table.Property(x => x.State).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(x => new { x.OwnerId, x.LastInboundAt });
    }
}

internal sealed class IdentityTable : IEntityTypeConfiguration<Identity>
{
    public void Configure(EntityTypeBuilder<Identity> table)
    {
        table.HasKey(x => new { x.Channel, x.Account, x.ExternalId });
        table.HasIndex(x => x.OwnerId);
    }
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.HasKey(x => new { x.ConversationId, x.Lane });
        table.Property(x => x.Lane).HasConversion<string>().HasMaxLength(8);
    }
}

internal sealed class WebChatSessionTable : IEntityTypeConfiguration<WebChatSession>
{
    public void Configure(EntityTypeBuilder<WebChatSession> table)
    {
        table.HasKey(x => x.Id);
        table.Property(x => x.Id).HasMaxLength(64);
    }
}
