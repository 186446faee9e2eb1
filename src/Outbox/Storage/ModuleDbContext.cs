using EcommerceBot.Outbox.Capture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EcommerceBot.Outbox.Storage;

/// <summary>What every module's context must agree on so that one model runs on both stores.</summary>
/// <param name="options">Built by <see cref="StorageRegistration"/>.</param>
/// <param name="module">Schema name; SQLite has no schemas, so there it becomes the table prefix.</param>
public abstract class ModuleDbContext(DbContextOptions options, string module) : DbContext(options)
{
    private ContextOutbox? _outbox;

    /// <summary>The outbox of the scope that uses this context now; on PostgreSQL contexts are pooled, and go from scope to scope.</summary>
    internal ContextOutbox Outbox
    {
        get => _outbox ?? throw new InvalidOperationException($"{GetType().Name} was not asked for as {GetType().BaseType?.Name}, so what it sends would be lost. Ask for the latter.");
        set => _outbox = value;
    }

    /// <summary>The module's tables, without naming or instants: those are settled here.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map(modelBuilder);
        if (!Database.IsSqlite())
        {
            modelBuilder.HasDefaultSchema(module);
            return;
        }
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.GetTableName() is { } table && !table.StartsWith($"{module}_", StringComparison.Ordinal)))
            entity.SetTableName($"{module}_{entity.GetTableName()}");
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order by DateTimeOffset; UTC ticks sort and compare as the instants do.
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
