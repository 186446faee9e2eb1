using System.CommandLine;
using EcommerceBot.Catalog;
using EcommerceBot.Orders;
using Spectre.Console;

namespace EcommerceBot.Host.Commands;

/// <summary><c>import FILE</c>: takes a catalog into the shop, all of it or nothing, and the customers and orders of a file that tells of them.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A JSON or CSV catalog, with customers and orders or without; its kind is told from its shape, not its name." };
        var stock = new Option<int>("--stock") { Description = "Pieces of each new SKU where the file does not say.", DefaultValueFactory = _ => 100 };
        var currency = new Option<string?>("--currency") { Description = "ISO 4217 code of prices that name none; the shop's own when left out." };
        var command = new Command("import", "Take a catalog file into the shop: all of it, or nothing when a line is wrong. Repeating it changes nothing.") { file, stock, currency };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(
            services => RunAsync(services, arguments.GetValue(file)!, arguments.GetValue(stock), arguments.GetValue(currency), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string file, int stock, string? currency, CancellationToken cancellationToken)
    {
        await using var said = new StringWriter();
        var imported = false;
        // The bar is for people: a pipe gets the sentences only.
        if (Console.IsOutputRedirected)
            imported = await services.ImportCatalogAsync(file, stock, currency, said, null, cancellationToken);
        else
            await AnsiConsole.Progress().HideCompleted(true).StartAsync(async bar =>
            {
                var task = bar.AddTask(Markup.Escape(Path.GetFileName(file)), maxValue: 1);
                imported = await services.ImportCatalogAsync(file, stock, currency, said, new Progress<double>(share => task.Value = share), cancellationToken);
            });
        if (imported)
            imported = await services.ImportCustomersAsync(file, currency, said, cancellationToken);
        (imported ? Console.Out : Console.Error).Write(said);
        return imported ? 0 : 1;
    }
}
