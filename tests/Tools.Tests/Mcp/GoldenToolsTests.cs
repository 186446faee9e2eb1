using System.Runtime.CompilerServices;
using System.Text.Json;
using EcommerceBot.Tools.Tests.Sample;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>What clients are told of each tool, word for word: a change is a change of the public surface and is seen in review.</summary>
public sealed class GoldenToolsTests
{
    private static readonly JsonSerializerOptions Readable = new(McpJsonUtilities.DefaultOptions) { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public async Task Tools_AreAsWrittenDown()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop, "catalog:read", "cart:write", "order:read", "order:write", "admin");
        var listed = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken))
            .ToDictionary(tool => $"{tool.Name}.json", tool => JsonSerializer.Serialize(tool.ProtocolTool, Readable) + "\n");
        var folder = Folder();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await WriteAsync(folder, listed);

        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        var changed = listed.Where(tool => File.ReadAllText(Path.Combine(folder, tool.Key)) != tool.Value).Select(tool => tool.Key);
        Assert.True(!changed.Any(), $"Changed for clients: {string.Join(", ", changed)}. If that is meant, renew with UPDATE_GOLDEN=1 and say so in CHANGELOG.md.");
    }

    private static async Task WriteAsync(string folder, Dictionary<string, string> listed)
    {
        foreach (var old in Directory.GetFiles(folder))
            File.Delete(old);
        foreach (var (file, text) in listed)
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
    }

    private static string Folder([CallerFilePath] string here = "") => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "Golden")).FullName;
}
