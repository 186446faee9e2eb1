using EcommerceBot.Outbox.Storage;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Audit;
using EcommerceBot.Tools.People;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Tools.Persistence;

/// <summary>Who may call the tools from outside, and what each call may do once.</summary>
internal abstract class ToolsDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "tools";

    public const int LongestOwner = 200;
    public const int LongestKey = 200;

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<AuditedCall> AuditedCalls => Set<AuditedCall>();
    public DbSet<GivenConfirmation> Confirmations => Set<GivenConfirmation>();
    public DbSet<Handoff> Handoffs => Set<Handoff>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys").HasKey(x => x.Id);
            key.Property(x => x.Id).HasMaxLength(ApiKey.LongestId);
            key.Property(x => x.Name).HasMaxLength(ApiKey.LongestName);
            key.Property(x => x.Scopes).HasMaxLength(200);
            key.Property(x => x.FirstKeyId).HasMaxLength(ApiKey.LongestId);
            key.Ignore(x => x.OwnerId);
            key.HasIndex(x => x.Hash).IsUnique();
        });
        model.Entity<AuditedCall>(call =>
        {
            call.ToTable("audited_calls").HasKey(x => x.Id);
            call.Property(x => x.OwnerId).HasMaxLength(LongestOwner);
            call.Property(x => x.Via).HasMaxLength(10);
            call.Property(x => x.Tool).HasMaxLength(AuditedCall.LongestTool);
            call.Property(x => x.Outcome).HasMaxLength(AuditedCall.LongestOutcome);
            call.Property(x => x.ArgumentForm).HasMaxLength(AuditedCall.LongestForm);
            call.HasIndex(x => x.At);
            call.HasIndex(x => new { x.OwnerId, x.At });
        });
        model.Entity<GivenConfirmation>(given =>
        {
            given.ToTable("confirmations").HasKey(x => new { x.OwnerId, x.Key, x.Confirmation });
            given.Property(x => x.OwnerId).HasMaxLength(LongestOwner);
            given.Property(x => x.Key).HasMaxLength(LongestKey);
            given.Property(x => x.Confirmation).HasMaxLength(100);
        });
        model.Entity<Handoff>(handoff =>
        {
            handoff.ToTable("handoffs").HasKey(x => new { x.OwnerId, x.Key });
            handoff.Property(x => x.OwnerId).HasMaxLength(LongestOwner);
            handoff.Property(x => x.Key).HasMaxLength(LongestKey);
            handoff.Property(x => x.Reason).HasMaxLength(Handoff.LongestReason);
        });
    }
}

internal sealed class SqliteToolsDbContext(DbContextOptions<SqliteToolsDbContext> options) : ToolsDbContext(options);

internal sealed class PostgresToolsDbContext(DbContextOptions<PostgresToolsDbContext> options) : ToolsDbContext(options);
