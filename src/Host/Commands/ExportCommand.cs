using System.CommandLine;
using EcommerceBot.Catalog;

namespace EcommerceBot.Host.Commands;

/// <summary><c>export FILE</c>: writes the catalog as <c>import</c> takes it back.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["csv", "json", "jsonl"];

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "Ends in .csv, .json or .jsonl; without it the products go to the standard output.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string?>("--format") { Description = "csv, json or jsonl; told from the file's name when left out, jsonl without one." };
        var command = new Command("export", "Write the whole catalog as CSV, JSON or JSON Lines, in a form that import takes back.") { file, format };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(
            services => RunAsync(services, arguments.GetValue(file), arguments.GetValue(format), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? file, string? format, CancellationToken cancellationToken)
    {
        var kind = format ?? (file is null ? "jsonl" : Path.GetExtension(file).TrimStart('.'));
        if (!Formats.Contains(kind))
            throw new ArgumentException($"The format {kind} is none of {string.Join(", ", Formats)}. Name the file so, or give --format.");
        if (file is null)
        {
            await services.ExportCatalogAsync(kind, Console.Out, cancellationToken);
            return 0;
        }
        // An export gets its name when it is whole.
        var unfinished = $"{file}.unfinished";
        await using (var output = new StreamWriter(unfinished))
            Console.WriteLine($"{await services.ExportCatalogAsync(kind, output, cancellationToken)} products written to {file}.");
        File.Move(unfinished, file, overwrite: true);
        return 0;
    }
}
