using EcommerceBot.Catalog.Import.Checking;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>
/// The seam between the two stores' ways to bring the shop to what checked entries say, inside the caller's transaction: products, stock, search
/// index, audit, events. The embedded store is written row by row; PostgreSQL takes everything by COPY and merges it at the end.
/// </summary>
internal interface ICatalogWriter
{
    /// <summary>What was done; final after <see cref="FinishAsync"/>.</summary>
    ImportCounts Counts { get; }

    /// <summary>Once at the beginning of the transaction.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Takes a part of the file. An entry with the SKU of another product is a fault and left out.</summary>
    Task WriteAsync(IReadOnlyList<CatalogEntry> entries, ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken);

    /// <summary>Once at its end. With faults, and not told to keep going, it writes nothing: the caller undoes the transaction.</summary>
    Task FinishAsync(ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken);
}

/// <summary>Products by what became of them, and variants in the file.</summary>
internal sealed record ImportCounts(int Created, int Updated, int Unchanged, int Variants)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0);
}
