using EcommerceBot.Conversations.Channels.WebChat;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Turns;
using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Persistence;

/// <summary>The module's tables.</summary>
internal abstract class ConversationsDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "conversations";

    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Identity> Identities => Set<Identity>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<InboundRow> Inbound => Set<InboundRow>();
    public DbSet<Turn> Turns => Set<Turn>();
    public DbSet<ToolCall> ToolCalls => Set<ToolCall>();
    public DbSet<OutboundRow> Outbound => Set<OutboundRow>();
    public DbSet<DeliveryStatus> DeliveryStatuses => Set<DeliveryStatus>();
    public DbSet<WebChatSession> WebChatSessions => Set<WebChatSession>();

    protected override void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(
        typeof(ConversationsDbContext).Assembly, type => type.Namespace == typeof(ConversationsDbContext).Namespace + ".Tables");
}

/// <summary>The embedded store's twin; owns <c>Persistence/Migrations/Sqlite</c>.</summary>
internal sealed class SqliteConversationsDbContext(DbContextOptions<SqliteConversationsDbContext> options) : ConversationsDbContext(options);

internal sealed class PostgresConversationsDbContext(DbContextOptions<PostgresConversationsDbContext> options) : ConversationsDbContext(options);
