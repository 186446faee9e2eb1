using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Sample;

/// <summary>A module's context as small as one can be: an effect table and a saga.</summary>
internal abstract class SampleDbContext(DbContextOptions options) : ModuleDbContext(options, "sample")
{
    public DbSet<Effect> Effects => Set<Effect>();
    public DbSet<TallyState> Tallies => Set<TallyState>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Effect>().HasKey(x => x.Id);
        model.Entity<TallyState>(tally =>
        {
            tally.HasKey(x => x.CorrelationId);
            tally.Property(x => x.CorrelationId).ValueGeneratedNever();
            tally.Property(x => x.Version).IsConcurrencyToken();
        });
    }
}

internal sealed class SqliteSampleDbContext(DbContextOptions<SqliteSampleDbContext> options) : SampleDbContext(options);

internal sealed class PostgresSampleDbContext(DbContextOptions<PostgresSampleDbContext> options) : SampleDbContext(options);

internal sealed class Effect
{
    public long Id { get; set; }
    public Guid Subject { get; set; }
    public required string What { get; set; }
    public DateTimeOffset At { get; set; }
}

internal sealed class TallyState : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }
    public int Version { get; set; }
    public string CurrentState { get; set; } = "";
    public int Count { get; set; }
    public Guid? DeadlineToken { get; set; }
}
