using System.CommandLine;
using EcommerceBot.Servers;

namespace EcommerceBot.Benchmarks.Relevance;

/// <summary>The <c>relevance</c> command.</summary>
internal static class RelevanceCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder with catalogs/eshop-catalog.json and retail/db.json", DefaultValueFactory = _ => Beside("shared/data") };
    private static readonly Option<int> Worst = new("--worst") { Description = "Also list so many tuned queries that are answered worst", DefaultValueFactory = _ => 0 };

    public static Command Create()
    {
        var command = new Command("relevance", "How well the judged questions are answered on both stores, beside PostgreSQL's own plainto_tsquery. Exit code 1 when a goal is missed.") { Data, Worst };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The first folder of that name beside this one or one above it.</summary>
    private static string Beside(string name)
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, name) is var path && Directory.Exists(path))
                return path;
        return $"../{name}";
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        string[] catalogs = [.. ((string[])["catalogs/eshop-catalog.json", "retail/db.json"]).Select(name => Path.GetFullPath(Path.Combine(given.GetValue(Data)!, name)))];
        var missing = Array.Find(catalogs, file => !File.Exists(file)) is { } absent ? $"{absent} is not there; say where with --data." : PostgresServer.Missing ?? RabbitMqServer.Missing;
        if (missing is not null)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }
        await using var postgres = await PostgresServer.StartAsync();
        await using var rabbitMq = await RabbitMqServer.StartAsync();
        var database = postgres.ConnectionString(await postgres.CreateDatabaseAsync());
        await using var real = await SearchedShop.StartAsync(
            new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = database, ["ConnectionStrings__RabbitMq"] = await rabbitMq.CreateVirtualHostAsync() }, catalogs);
        await using var embedded = await SearchedShop.StartAsync(new Dictionary<string, string>(), catalogs);
        var plain = new PlainBaseline(database);
        await plain.PrepareAsync();
        var report = new RelevanceReport(["PostgreSQL", "SQLite", "plainto_tsquery"]);
        foreach (var query in JudgedQuery.All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Add(query, [await real.AskAsync(query.Text), await embedded.AskAsync(query.Text), await plain.AskAsync(query.Text)]);
        }
        report.Write(Console.Out);
        if (given.GetValue(Worst) is > 0 and var worst)
            report.WriteWorst(Console.Out, worst);
        return report.Judge(Console.Out) ? 0 : 1;
    }
}
