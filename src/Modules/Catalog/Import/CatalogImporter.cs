using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Import.Saving;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Import;

/// <summary>
/// Takes a catalog file into the shop, all of it or nothing, or with <see cref="ImportSettings.KeepGoing"/> what is good of it. The file is read
/// twice: first every fault is collected without touching the store, then it is stored in one transaction. So a bad file locks nobody out, and
/// neither a large one nor its pictures lie in memory.
/// </summary>
internal sealed class CatalogImporter(CatalogDbContext db, ICatalogWriter writer, IMediaStore media)
{
    private const int Batch = 500;

    public async Task<ImportResult> ImportAsync(
        ImportSource source, ImportSettings settings, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var faults = new ImportFaults(settings.Report, settings.KeepGoing);
        var stored = false;
        try
        {
            if (Currencies.Exponent(settings.Currency) is null)
                throw new UnreadableFileException(null, $"{Quote.Short(settings.Currency)} is no ISO 4217 currency. Give one such as EUR.");
            var pictures = new PictureIntake(source, media);
            var good = Check(source, settings, pictures, faults, progress, cancellationToken);
            if (good > 0 && (settings.KeepGoing || !faults.Any))
                stored = await StoreAsync(source, settings, pictures, faults, progress, cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            faults.Add(exception.Line, exception.Message);
        }
        return new ImportResult
        {
            Counts = stored ? writer.Counts : ImportCounts.None,
            IsStored = stored && !settings.DryRun,
            FaultCount = faults.Count,
            Faults = faults.All,
        };
    }

    /// <summary>How many products are good.</summary>
    private static int Check(
        ImportSource source, ImportSettings settings, PictureIntake pictures, ImportFaults faults, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var stream = new CountedStream(source.Open(), read => progress?.Report(new ImportProgress(read, 2 * source.Length)));
        var check = new ProductCheck(settings, pictures, faults);
        var (products, good) = (0, 0);
        foreach (var draft in CatalogFile.Read(stream, faults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            good += check.Check(draft) is null ? 0 : 1;
            products++;
            if (faults.IsFull)
                return good;
        }
        if (products == 0 && !faults.Any)
            faults.Add(null, "the file holds no products.");
        return good;
    }

    private async Task<bool> StoreAsync(
        ImportSource source, ImportSettings settings, PictureIntake pictures, ImportFaults faults, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (!settings.DryRun)
            await pictures.StoreAsync(cancellationToken);
        using var stream = new CountedStream(source.Open(), read => progress?.Report(new ImportProgress(source.Length + read, 2 * source.Length)));
        // What the first reading has told is not told again.
        var told = new ImportFaults(unlimited: true);
        var check = new ProductCheck(settings, pictures, told);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await writer.BeginAsync(cancellationToken);
        foreach (var entries in CatalogFile.Read(stream, told).Select(check.Check).OfType<CatalogEntry>().Chunk(Batch))
            await writer.WriteAsync(entries, settings, faults, cancellationToken);
        await writer.FinishAsync(settings, faults, cancellationToken);
        if (faults.Any && !settings.KeepGoing)
            return false;
        if (!settings.DryRun)
            await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
