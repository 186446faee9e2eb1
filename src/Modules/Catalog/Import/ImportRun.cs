using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Import;

/// <summary>An import as a person runs it: from a file, told in plain sentences.</summary>
internal sealed class ImportRun(CatalogImporter importer, IOptions<ShopOptions> shop)
{
    /// <param name="file">JSON, JSON Lines or CSV.</param>
    /// <param name="wish">What is wanted; a currency that it leaves empty is the shop's.</param>
    /// <param name="output">Takes one sentence a line.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops and undoes the import.</param>
    /// <returns>True when all of the file is in the shop, or would be.</returns>
    public async Task<bool> RunAsync(string file, ImportSettings wish, TextWriter output, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var settings = wish with { Currency = wish.Currency.Length == 0 ? shop.Value.Currency : wish.Currency.ToUpperInvariant(), By = $"import:{Path.GetFileName(file)}" };
        var result = await ImportAsync(file, settings, progress, cancellationToken);
        foreach (var fault in result.Faults)
            await output.WriteLineAsync($"{Path.GetFileName(file)}, {fault}");
        await output.WriteLineAsync(Summary(result, settings));
        return result.FaultCount == 0;
    }

    private async Task<ImportResult> ImportAsync(string file, ImportSettings settings, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (settings.Stock is < 0 or > Catalog.Stock.StockItem.Most)
            return ImportResult.Refused([new ImportFault(null, $"the stock {settings.Stock} is not a whole number from 0 to {Catalog.Stock.StockItem.Most}.")]);
        try
        {
            return await importer.ImportAsync(ImportSource.FromFile(file), settings, progress is null ? null : new Fraction(progress), cancellationToken);
        }
        catch (UnreadableFileException exception)
        {
            return ImportResult.Refused([new ImportFault(exception.Line, exception.Message)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImportResult.Refused([new ImportFault(null, $"the file cannot be read: {exception.Message}")]);
        }
    }

    private static string Summary(ImportResult result, ImportSettings settings)
    {
        var counts = $"{result.Created} products created, {result.Updated} updated, {result.Unchanged} unchanged; {result.Variants} variants in the file.";
        if (result.FaultCount == 0)
            return settings.DryRun ? $"{counts} Nothing was stored (dry run)." : counts;
        if (result.IsStored)
            return $"{counts} {result.FaultCount} faults were left out.";
        var faults = result.FaultCount == 1 ? "1 fault" : $"{result.FaultCount} faults";
        return result.FaultCount >= ImportFaults.Most && settings is { Report: null, KeepGoing: false }
            ? $"The first {ImportFaults.Most} faults; there may be more. Nothing was imported."
            : $"{faults}, so nothing was imported.";
    }

    private sealed class Fraction(IProgress<double> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(value.Fraction);
    }
}
