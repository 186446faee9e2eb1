using System.CommandLine;
using EcommerceBot.Catalog;
using EcommerceBot.Orders;
using Spectre.Console;

namespace EcommerceBot.Host.Commands;

/// <summary><c>import FILE</c>: takes a catalog into the shop, all of it or nothing, and the customers and orders of a file that tells of them; <c>import FOLDER</c> its Markdown documents.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> File = new("file") { Description = "A JSON, JSON Lines or CSV catalog (Shopify's export too), told from its shape, not its name; or a folder of Markdown policies." };
    private static readonly Option<int> Stock = new("--stock") { Description = "Pieces of each new SKU where the file does not say.", DefaultValueFactory = _ => 100 };
    private static readonly Option<string?> Currency = new("--currency") { Description = "ISO 4217 code of prices that name none; the shop's own when left out." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do all but keep it." };
    private static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "Keep what is good and leave out what is not, instead of nothing." };
    private static readonly Option<string?> Report = new("--report") { Description = "A file that takes every fault with its line." };

    public static Command Create()
    {
        var command = new Command("import", "Take a catalog file into the shop: all of it, or nothing when a line is wrong. Repeating it changes nothing.") { File, Stock, Currency, DryRun, KeepGoing, Report };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(services => RunAsync(services, arguments, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var said = new StringWriter();
        var (file, dryRun) = (arguments.GetValue(File)!, arguments.GetValue(DryRun));
        var imported = Directory.Exists(file)
            ? await services.ImportPoliciesAsync(file, dryRun, said, cancellationToken)
            : await ImportAsync(services, arguments, said, cancellationToken);
        if (imported && !dryRun && !Directory.Exists(file))
            imported = await services.ImportCustomersAsync(file, arguments.GetValue(Currency), said, cancellationToken);
        (imported ? Console.Out : Console.Error).Write(said);
        return imported ? 0 : 1;
    }

    private static async Task<bool> ImportAsync(IServiceProvider services, ParseResult arguments, StringWriter said, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(File)!;
        await using var report = arguments.GetValue(Report) is { } path ? new StreamWriter(path) : null;
        Task<bool> Import(IProgress<double>? progress) => services.ImportCatalogAsync(
            file, arguments.GetValue(Stock), arguments.GetValue(Currency), said, progress, cancellationToken, arguments.GetValue(DryRun), arguments.GetValue(KeepGoing), report);

        // The bar is for people: a pipe gets the sentences only.
        if (Console.IsOutputRedirected || !System.IO.File.Exists(file))
            return await Import(null);
        var imported = false;
        // Read twice: once to check, once to store.
        var bytes = 2.0 * new FileInfo(file).Length;
        await AnsiConsole.Progress().HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask(Markup.Escape(Path.GetFileName(file)), maxValue: bytes);
                imported = await Import(new Progress<double>(share => task.Value = share * bytes));
            });
        return imported;
    }
}
