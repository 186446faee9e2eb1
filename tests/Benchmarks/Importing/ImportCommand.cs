using System.CommandLine;
using System.Globalization;
using EcommerceBot.Benchmarks.Reporting;
using EcommerceBot.Servers;

namespace EcommerceBot.Benchmarks.Importing;

/// <summary>The <c>import</c> command.</summary>
internal static class ImportCommand
{
    private static readonly Option<int> Products = new("--products") { Description = "Products of the file, two variants each", DefaultValueFactory = _ => 50_000 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Alternate rounds of import and bare COPY", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Lines = new("--lines") { Description = "Lines of the long files whose import's memory is measured (dry runs, both kinds of CSV); 0 for none", DefaultValueFactory = _ => 1_000_000 };

    public static Command Create()
    {
        var command = new Command("import", "The Host's import of a CSV on PostgreSQL beside a bare COPY of the rows it writes, and its memory with files of any length.") { Products, Rounds, Lines };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        if (PostgresServer.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }
        await using var postgres = await PostgresServer.StartAsync("shared_buffers=512MB", "max_wal_size=4GB");
        var folder = Directory.CreateTempSubdirectory("importing-");
        try
        {
            var table = new Table("what", "figure", "ratio", "goal", "verdict");
            var empty = await postgres.CreateDatabaseAsync();
            await MeasuredImport.RunAsync(folder.FullName, $"{postgres.ConnectionString(empty)};Pooling=false", cancellationToken, "migrate");
            await CompareAsync(postgres, empty, folder.FullName, given, table, cancellationToken);
            if (given.GetValue(Lines) > 0)
                await LengthenAsync(postgres, empty, folder.FullName, given.GetValue(Lines), table, cancellationToken);
            table.Write(Console.Out);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task CompareAsync(PostgresServer postgres, string empty, string folder, ParseResult given, Table table, CancellationToken cancellationToken)
    {
        var (file, products, ratios, copy, most) = (Path.Combine(folder, "catalog.csv"), given.GetValue(Products), new Ratios(), new BareCopy(folder), 0.0);
        GeneratedFile.Write(file, products, shopify: false);
        for (var round = 0; round < given.GetValue(Rounds); round++)
        {
            var imported = postgres.ConnectionString(await postgres.CreateDatabaseAsync(empty));
            var (seconds, mebibytes) = await MeasuredImport.RunAsync(folder, imported, cancellationToken, "import", file);
            ratios.Add("import", seconds);
            most = Math.Max(most, mebibytes);
            if (round == 0)
                await copy.TakeAsync(imported, cancellationToken);
            var copied = await copy.RunAsync(postgres.ConnectionString(await postgres.CreateDatabaseAsync(empty)), cancellationToken);
            ratios.Add("catalog", copied.Catalog);
            ratios.Add("all", copied.All);
            ratios.Add("again", (await MeasuredImport.RunAsync(folder, imported, cancellationToken, "import", file)).Seconds);
            await Console.Error.WriteLineAsync($"{DateTimeOffset.Now:HH:mm:ss} round {round + 1}: import {seconds:0.0} s, bare COPY {copied.All:0.0} s, of the four catalog tables {copied.Catalog:0.0} s");
        }
        var share = ratios.Of("import", "all");
        table.AddJudged($"import of {products:N0} products, the whole process ÷ bare COPY of the rows it wrote", $"{Text(ratios, "import")} / {Text(ratios, "all")} s, at most {most:N0} MiB", share, "≤ 3.00", share <= 3);
        table.Add("the same beside a COPY of products, variants, stock and sales alone", $"{Text(ratios, "catalog")} s", ratios.Of("import", "catalog").ToString("0.00", CultureInfo.InvariantCulture), "", "");
        table.Add("the same file again, of which nothing changes", $"{Text(ratios, "again")} s", "", "", "");
    }

    private static async Task LengthenAsync(PostgresServer postgres, string empty, string folder, int lines, Table table, CancellationToken cancellationToken)
    {
        foreach (var shopify in (bool[])[false, true])
        {
            var most = new List<double>();
            foreach (var length in (int[])[lines / 10, lines])
            {
                var file = Path.Combine(folder, $"{length}.csv");
                GeneratedFile.Write(file, length / 2, shopify);
                var database = postgres.ConnectionString(await postgres.CreateDatabaseAsync(empty));
                var (seconds, mebibytes) = await MeasuredImport.RunAsync(folder, database, cancellationToken, "import", file, "--dry-run");
                most.Add(mebibytes);
                await Console.Error.WriteLineAsync($"{DateTimeOffset.Now:HH:mm:ss} {length:N0} lines{(shopify ? " of Shopify's columns" : "")}: {seconds:0.0} s, {mebibytes:N0} MiB");
            }
            table.AddJudged($"most memory with {lines / 10:N0} and {lines:N0} lines, {(shopify ? "Shopify's" : "own")} columns", $"{most[0]:N0} / {most[1]:N0} MiB", most[1] / most[0], "≤ 1.50", most[1] / most[0] <= 1.5);
        }
    }

    private static string Text(Ratios ratios, string name) => ratios.Median(name).ToString("0.0", CultureInfo.InvariantCulture);
}
