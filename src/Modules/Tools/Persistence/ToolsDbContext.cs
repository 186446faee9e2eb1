using EcommerceBot.Outbox.Storage;
using EcommerceBot.Tools.Access;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Tools.Persistence;

/// <summary>Who may call the tools from outside.</summary>
internal abstract class ToolsDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "tools";

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    protected override void Map(ModelBuilder model) => model.Entity<ApiKey>(key =>
    {
        key.ToTable("api_keys").HasKey(x => x.Id);
        key.Property(x => x.Id).HasMaxLength(ApiKey.LongestId);
        key.Property(x => x.Name).HasMaxLength(ApiKey.LongestName);
        key.Property(x => x.Scopes).HasMaxLength(200);
        key.HasIndex(x => x.Hash).IsUnique();
    });
}

internal sealed class SqliteToolsDbContext(DbContextOptions<SqliteToolsDbContext> options) : ToolsDbContext(options);

internal sealed class PostgresToolsDbContext(DbContextOptions<PostgresToolsDbContext> options) : ToolsDbContext(options);
