using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Outbox.Tables;

/// <summary>The one set of messaging tables that all modules share. It owns their migrations; inserts run on the modules' own connections.</summary>
internal abstract class MessagingDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "messaging";

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<RelayAttempt> RelayAttempts => Set<RelayAttempt>();
    public DbSet<ScheduleToken> ScheduleTokens => Set<ScheduleToken>();
    public DbSet<FailedMessage> FailedMessages => Set<FailedMessage>();
    public DbSet<DeskAction> DeskActions => Set<DeskAction>();

    protected override void Map(ModelBuilder model)
    {
        OfficialTables.Map(model);
        model.Entity<RelayAttempt>(attempt =>
        {
            attempt.HasKey(x => x.SequenceNumber);
            attempt.Property(x => x.SequenceNumber).ValueGeneratedNever();
            attempt.Property(x => x.Reason).HasMaxLength(2000);
        });
        model.Entity<ScheduleToken>(token =>
        {
            token.HasKey(x => x.TokenId);
            token.Property(x => x.TokenId).ValueGeneratedNever();
            token.HasIndex(x => x.SequenceNumber);
        });
        model.Entity<FailedMessage>(failed =>
        {
            failed.HasKey(x => x.Id);
            failed.Property(x => x.ExceptionMessage).HasMaxLength(2000);
            failed.Property(x => x.StackTrace).HasMaxLength(8000);
            failed.HasIndex(x => x.FailedAt);
        });
        model.Entity<DeskAction>(action =>
        {
            action.HasKey(x => x.Id);
            action.Property(x => x.Actor).HasMaxLength(200);
            action.Property(x => x.Filter).HasMaxLength(2000);
            action.HasIndex(x => x.StartedAt);
        });
    }
}

internal sealed class SqliteMessagingDbContext(DbContextOptions<SqliteMessagingDbContext> options) : MessagingDbContext(options);

internal sealed class PostgresMessagingDbContext(DbContextOptions<PostgresMessagingDbContext> options) : MessagingDbContext(options);

internal sealed class DesignTimeMessagingDbContext : IDesignTimeDbContextFactory<SqliteMessagingDbContext>, IDesignTimeDbContextFactory<PostgresMessagingDbContext>
{
    SqliteMessagingDbContext IDesignTimeDbContextFactory<SqliteMessagingDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteMessagingDbContext>(MessagingDbContext.Module));

    PostgresMessagingDbContext IDesignTimeDbContextFactory<PostgresMessagingDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<PostgresMessagingDbContext>(MessagingDbContext.Module, StoreKind.Postgres));
}
