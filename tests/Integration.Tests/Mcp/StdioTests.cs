using System.Diagnostics;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using ModelContextProtocol.Client;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>The shop as the child process of a client.</summary>
public sealed class StdioTests
{
    [Fact]
    public async Task OfficialClient_StartsTheShop_SearchesAndFillsACart()
    {
        using var data = new TemporaryFolder();
        await using var agent = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [HostProcess.FileOf(HostProcess.HostProgram), "mcp-stdio"],
            EnvironmentVariables = Settings(data.Path, "Development").ToDictionary(x => x.Key, x => (string?)x.Value),
        }), cancellationToken: TestContext.Current.CancellationToken);

        var found = await agent.AskAsync("search_catalog", new { query = "boots" });
        var cart = await agent.AskAsync("create_cart", new { });

        Assert.True(found.GetProperty("total").GetInt32() > 0);
        Assert.NotEmpty(cart.GetProperty("cart_id").GetString()!);
    }

    [Fact]
    public async Task StandardOutput_CarriesTheProtocolOnly()
    {
        using var data = new TemporaryFolder();
        string[] messages =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"no_such_tool","arguments":{}}}""",
        ];

        var (exitCode, output, _) = await RunAsync(data.Path, "Development", messages, answers: 3);

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([1, 2, 3], lines.Select(line => JsonElement.Parse(line).GetProperty("id").GetInt32()).Order());
        Assert.All(lines, line => Assert.Equal("2.0", JsonElement.Parse(line).GetProperty("jsonrpc").GetString()));
    }

    [Fact]
    public async Task WithoutAKey_OutsideDevelopment_TheStartIsRefusedWithTheFix()
    {
        using var data = new TemporaryFolder();

        var (exitCode, output, errors) = await RunAsync(data.Path, "Staging", [], answers: 0);

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Contains("Tools__Mcp__StdioApiKey", errors, StringComparison.Ordinal);
    }

    /// <summary>Keeps standard input open until so many lines have come back, since its end is the end of the program.</summary>
    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string dataPath, string environment, string[] messages, int answers)
    {
        var start = new ProcessStartInfo("dotnet", [HostProcess.FileOf(HostProcess.HostProgram), "mcp-stdio"])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings(dataPath, environment))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        foreach (var message in messages)
            await process.StandardInput.WriteLineAsync(message.AsMemory(), timeout.Token);
        await process.StandardInput.FlushAsync(timeout.Token);
        var output = "";
        for (var line = 0; line < answers; line++)
            output += await process.StandardOutput.ReadLineAsync(timeout.Token) + "\n";
        process.StandardInput.Close();
        output += await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, output, await errors);
    }

    private static Dictionary<string, string> Settings(string dataPath, string environment) => new()
    {
        ["DOTNET_ENVIRONMENT"] = environment,
        ["Storage__DataPath"] = dataPath,
        ["Shop__PublicUrl"] = "http://127.0.0.1:1",
    };
}
