using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Import.Saving;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Import;

/// <summary>
/// Takes a catalog file into the shop, all of it or nothing. The file is read twice: first every fault is collected without touching the store,
/// then a good file is stored in one transaction. So a bad file locks nobody out, and neither a large one nor its pictures lie in memory.
/// </summary>
internal sealed class CatalogImporter(CatalogDbContext db, CatalogWriter writer, IMediaStore media)
{
    private const int Batch = 200;

    public async Task<ImportResult> ImportAsync(
        ImportSource source, ImportSettings settings, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var faults = new ImportFaults();
        try
        {
            if (Currencies.Exponent(settings.Currency) is null)
                throw new UnreadableFileException(null, $"{Quote.Short(settings.Currency)} is no ISO 4217 currency. Give one such as EUR.");
            var pictures = new PictureIntake(source, media);
            if (Check(source, settings, pictures, faults, progress, cancellationToken))
                await StoreAsync(source, settings, pictures, faults, progress, cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            faults.Add(exception.Line, exception.Message);
        }
        return faults.Any ? ImportResult.Refused(faults.All) : new ImportResult
        {
            Created = writer.Created,
            Updated = writer.Updated,
            Unchanged = writer.Unchanged,
            Variants = writer.Variants,
            Faults = [],
        };
    }

    private static bool Check(
        ImportSource source, ImportSettings settings, PictureIntake pictures, ImportFaults faults, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var stream = new CountedStream(source.Open(), read => progress?.Report(new ImportProgress(read, 2 * source.Length)));
        var check = new ProductCheck(settings, pictures, faults);
        var products = 0;
        foreach (var draft in CatalogFile.Read(stream, faults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            check.Check(draft);
            products++;
            if (faults.IsFull)
                return false;
        }
        if (products == 0 && !faults.Any)
            faults.Add(null, "the file holds no products.");
        return !faults.Any;
    }

    private async Task StoreAsync(
        ImportSource source, ImportSettings settings, PictureIntake pictures, ImportFaults faults, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await pictures.StoreAsync(cancellationToken);
        using var stream = new CountedStream(source.Open(), read => progress?.Report(new ImportProgress(source.Length + read, 2 * source.Length)));
        var check = new ProductCheck(settings, pictures, faults);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await writer.BeginAsync(cancellationToken);
        foreach (var entries in CatalogFile.Read(stream, faults).Select(check.Check).OfType<CatalogEntry>().Chunk(Batch))
            await writer.WriteAsync(entries, settings, faults, cancellationToken);
        if (faults.Any)
            return;
        await writer.FinishAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
