using EcommerceBot.Running;

namespace EcommerceBot.Benchmarks.Searching;

/// <summary>The real Host on a generated shop.</summary>
internal sealed class SearchHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("searching-");
    private HostProcess? _host;

    public required string Database { get; init; }

    public static async Task<SearchHost> StartAsync(string database, string rabbitMq, int products)
    {
        var host = new SearchHost { Database = database };
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Postgres"] = database,
            ["ConnectionStrings__RabbitMq"] = rabbitMq,
            ["Shop__DemoCatalog"] = "false",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var (exitCode, output) = await HostProcess.RunToEndAsync(host._folder.FullName, settings, "migrate");
        if (exitCode != 0)
            throw new InvalidOperationException($"migrate ended with {exitCode}: {output}");
        await GeneratedShop.FillAsync(database, products);
        host._host = await HostProcess.StartAsync(host._folder.FullName, HostProcess.FreePort(), settings);
        return host;
    }

    public async Task AskAsync(string text)
    {
        using var answer = await _host!.Client.GetAsync(new Uri($"/api/catalog/products?q={Uri.EscapeDataString(text)}&limit=10", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
