using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Running;

namespace EcommerceBot.Benchmarks.Relevance;

/// <summary>The real Host with both catalogs, asked by REST as anyone asks it.</summary>
internal sealed class SearchedShop : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relevance-");
    private HostProcess? _host;

    /// <param name="settings">Connection strings; none for the embedded store.</param>
    /// <param name="catalogs">Files to import.</param>
    public static async Task<SearchedShop> StartAsync(IReadOnlyDictionary<string, string> settings, IEnumerable<string> catalogs)
    {
        var shop = new SearchedShop();
        var all = new Dictionary<string, string>(settings) { ["Shop__DemoCatalog"] = "false" };
        foreach (var catalog in catalogs)
        {
            var (exitCode, output) = await HostProcess.RunToEndAsync(shop._folder.FullName, all, "import", catalog);
            if (exitCode != 0)
                throw new InvalidOperationException($"import {catalog} ended with {exitCode}: {output}");
        }
        shop._host = await HostProcess.StartAsync(shop._folder.FullName, HostProcess.FreePort(), all);
        return shop;
    }

    /// <summary>Ids of the first ten, best first.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string text)
    {
        var found = await _host!.Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/catalog/products?q={Uri.EscapeDataString(text)}&limit=10", UriKind.Relative));
        return [.. found.GetProperty("products").EnumerateArray().Select(product => product.GetProperty("productId").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
