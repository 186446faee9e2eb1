using System.Collections.Concurrent;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>A module as small as one can be, whose only consumer fails while it is told to.</summary>
public sealed record PackParcel
{
    public required Guid Parcel { get; init; }

    /// <summary>The reason given while packing is off.</summary>
    public string Reason { get; init; } = "no tape";
}

public sealed record SealParcel
{
    public required Guid Parcel { get; init; }
}

internal sealed class Packing
{
    private readonly ConcurrentQueue<Guid> _deliveries = new();

    public bool Off { get; set; }

    /// <summary>What packing fails with while it is off; <c>null</c> for an ordinary fault with the message's own reason.</summary>
    public Exception? Fault { get; set; }

    public int DeliveriesOf(Guid parcel) => _deliveries.Count(x => x == parcel);

    public void Deliver(Guid parcel) => _deliveries.Enqueue(parcel);
}

internal sealed class PackParcelConsumer(ParcelDbContext db, Packing packing) : IConsumer<PackParcel>
{
    public Task Consume(ConsumeContext<PackParcel> context)
    {
        packing.Deliver(context.Message.Parcel);
        if (packing.Off)
            throw packing.Fault ?? new InvalidOperationException(context.Message.Reason);
        db.Add(new Packed { Parcel = context.Message.Parcel });
        return Task.CompletedTask;
    }
}

internal abstract class ParcelDbContext(DbContextOptions options) : ModuleDbContext(options, "parcels")
{
    public DbSet<Packed> Packed => Set<Packed>();

    protected override void Map(ModelBuilder model) => model.Entity<Packed>().HasKey(x => x.Id);
}

internal sealed class SqliteParcelDbContext(DbContextOptions<SqliteParcelDbContext> options) : ParcelDbContext(options);

internal sealed class Packed
{
    public long Id { get; set; }
    public Guid Parcel { get; set; }
}
