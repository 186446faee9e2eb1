using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Conversations.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteConversationsDbContext|PostgresConversationsDbContext -o Persistence/Migrations/Sqlite|Postgres</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteConversationsDbContext>, IDesignTimeDbContextFactory<PostgresConversationsDbContext>
{
    SqliteConversationsDbContext IDesignTimeDbContextFactory<SqliteConversationsDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteConversationsDbContext>(ConversationsDbContext.Module));

    PostgresConversationsDbContext IDesignTimeDbContextFactory<PostgresConversationsDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<PostgresConversationsDbContext>(ConversationsDbContext.Module, StoreKind.Postgres));
}
