using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Operating;

public sealed class HostTests : IDisposable
{
    private const long MostIdleBytes = 250L * 1024 * 1024;

    private readonly string _data = Directory.CreateTempSubdirectory("host-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task SecondHostOnTheSameFolder_RefusesAndSaysWhatToDo()
    {
        await using var first = await HostProcess.StartAsync(_data, HostProcess.FreePort());

        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, null);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Storage__DataPath", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FreshFolder_ServesTheDemoShopWithinItsMemory()
    {
        await using var host = await HostProcess.StartAsync(_data, HostProcess.FreePort());

        var found = await host.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/catalog/products?q=mecanical%20keybord", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Keyboard", found.GetProperty("products")[0].GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("<!doctype html>", page, StringComparison.OrdinalIgnoreCase);
        TestContext.Current.SendDiagnosticMessage($"Resident: {host.ResidentBytes / 1024 / 1024} MiB");
        Assert.InRange(host.ResidentBytes, 0, MostIdleBytes);
    }

    [Fact]
    public async Task FileImportedBesideAServingHost_CanBeFoundAtOnce()
    {
        await using var host = await HostProcess.StartAsync(_data, HostProcess.FreePort());
        var file = Path.Combine(_data, "extra.csv");
        await File.WriteAllTextAsync(file, "sku,title,price,stock\nZEP-1,Zeppelin Kite,24.50,3\n", TestContext.Current.CancellationToken);

        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, null, "import", file);

        Assert.Equal((0, true), (exitCode, output.Contains("1 products created", StringComparison.Ordinal)));
        var found = await host.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/catalog/products?q=zeppelin", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(2450, found.GetProperty("products")[0].GetProperty("fromPrice").GetInt64());
    }

    [Fact]
    public async Task BadImport_NamesTheLineAndChangesNothing()
    {
        var file = Path.Combine(_data, "bad.csv");
        await File.WriteAllTextAsync(file, "sku,title,price\nOK-1,Fine,1.00\nBAD-1,Broken,one euro\n", TestContext.Current.CancellationToken);

        var (exitCode, output) = await HostProcess.RunToEndAsync(_data, null, "import", file);

        Assert.Equal(1, exitCode);
        Assert.Contains("line 3", output, StringComparison.Ordinal);
        await using var host = await HostProcess.StartAsync(_data, HostProcess.FreePort(), new Dictionary<string, string> { ["Shop__DemoCatalog"] = "false" });
        var found = await host.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/catalog/products?q=fine", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(0, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task KeyMadeByTheCommand_OpensMcpAndAWrongOneDoesNot()
    {
        var (_, key) = await HostProcess.RunToEndAsync(_data, null, "keys", "create", "--name", "agent");
        await using var host = await HostProcess.StartAsync(_data, HostProcess.FreePort());

        Assert.Equal(HttpStatusCode.OK, await ListToolsAsync(host, key.Trim()));
        Assert.Equal(HttpStatusCode.Unauthorized, await ListToolsAsync(host, "ebk_wrong"));
    }

    private static async Task<HttpStatusCode> ListToolsAsync(HostProcess host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative))
        {
            Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/list", @params = new { } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
