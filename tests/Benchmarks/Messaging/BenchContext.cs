using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>A module as small as one can be: one table that each measured transaction adds a row to.</summary>
internal abstract class BenchContext(DbContextOptions options) : ModuleDbContext(options, "bench")
{
    public DbSet<Business> Businesses => Set<Business>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Business>().HasKey(x => x.Id);
        model.Entity<Business>().Property(x => x.Id).ValueGeneratedNever();
    }
}

internal sealed class SqliteBenchContext(DbContextOptions<SqliteBenchContext> options) : BenchContext(options);

internal sealed class PostgresBenchContext(DbContextOptions<PostgresBenchContext> options) : BenchContext(options);

internal sealed class Business
{
    public Guid Id { get; set; }
    public long Number { get; set; }
    public required string Note { get; set; }
}
