using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Conversations.Persistence;

internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteConversationsDbContext>
{
    public SqliteConversationsDbContext CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteConversationsDbContext>(ConversationsDbContext.Module));
}
