using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Import;

/// <summary>An import as a person runs it: from a file, told in plain sentences.</summary>
internal sealed class ImportRun(CatalogImporter importer, IOptions<ShopOptions> shop)
{
    /// <summary>True when the file is in the shop.</summary>
    public async Task<bool> RunAsync(string file, int stock, string? currency, TextWriter output, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var result = await ImportAsync(file, new ImportSettings(stock, currency?.ToUpperInvariant() ?? shop.Value.Currency), progress, cancellationToken);
        foreach (var fault in result.Faults)
            await output.WriteLineAsync($"{Path.GetFileName(file)}, {fault}");
        await output.WriteLineAsync(Summary(result));
        return result.Faults.Count == 0;
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

    private static string Summary(ImportResult result) => result.Faults.Count switch
    {
        0 => $"{result.Created} products created, {result.Updated} updated, {result.Unchanged} unchanged; {result.Variants} variants in the file.",
        1 => "1 fault, so nothing was imported.",
        ImportFaults.Most => $"The first {ImportFaults.Most} faults; there may be more. Nothing was imported.",
        var faults => $"{faults} faults, so nothing was imported.",
    };

    private sealed class Fraction(IProgress<double> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(value.Fraction);
    }
}
