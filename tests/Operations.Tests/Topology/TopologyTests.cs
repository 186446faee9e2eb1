using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Operations.Tests.Monitoring;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Topology;

/// <summary>
/// Queues, exchanges and bindings are a contract with the version before and the one after: what was declared stays, and RabbitMQ refuses to declare a queue
/// otherwise than it is.
/// </summary>
[Collection(WatchedCollection.Name)]
public sealed class TopologyTests(WatchedByPrometheus watched)
{
    private const string Snapshot = "docs/topology.txt";

    [Fact]
    public async Task WhatTheHostDeclares_IsTheCommittedSnapshot()
    {
        Assert.SkipWhen(WatchedByPrometheus.Missing is not null, WatchedByPrometheus.Missing ?? "");
        var declared = string.Join('\n', [.. await QueuesAsync(), .. await ExchangesAsync(), .. await BindingsAsync()]) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(Repository.At(Snapshot), declared, TestContext.Current.CancellationToken);

        Assert.True(declared.Count(letter => letter == '\n') > 100);
        Assert.True(declared == Repository.Read(Snapshot),
            $"{Snapshot} is not what the Host declares. A queue or binding that is gone needs a release that still has it (docs/operations.md, Roll back). Then: UPDATE_DOCS=1 dotnet run --project tests/Operations.Tests -- -class \"*TopologyTests\" and look at the difference.");
    }

    private async Task<IEnumerable<string>> QueuesAsync() =>
        from queue in await AskAsync("queues")
        where IsLasting(queue)
        select $"queue {Text(queue, "name")} {Arguments(queue)}";

    /// <summary>Those that lead somewhere: an event that nobody takes has its exchange only once it was published.</summary>
    private async Task<IEnumerable<string>> ExchangesAsync()
    {
        var bound = (await BindingsAsync()).SelectMany(binding => binding.Split(' ')).ToHashSet();
        return from exchange in await AskAsync("exchanges")
               where IsLasting(exchange) && bound.Contains(Text(exchange, "name"))
               select $"exchange {Text(exchange, "name")} {Text(exchange, "type")}";
    }

    private async Task<IEnumerable<string>> BindingsAsync()
    {
        var lasting = (await AskAsync("queues")).Concat(await AskAsync("exchanges")).Where(IsLasting).Select(item => Text(item, "name")).ToHashSet();
        return from binding in await AskAsync("bindings")
               let source = Text(binding, "source")
               where source.Length > 0 && lasting.Contains(source) && lasting.Contains(Text(binding, "destination"))
               select $"binding {source} -> {Text(binding, "destination")}";
    }

    // Those of one process, such as its request client's, come and go with it.
    private static bool IsLasting(JsonElement item) => item.GetProperty("durable").GetBoolean() && !item.GetProperty("auto_delete").GetBoolean()
        && !(item.GetProperty("arguments") is { ValueKind: JsonValueKind.Object } arguments && arguments.TryGetProperty("x-expires", out _));

    private static string Arguments(JsonElement queue) =>
        string.Join(' ', queue.GetProperty("arguments").EnumerateObject().OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(argument => $"{argument.Name}={argument.Value}"));

    private async Task<List<JsonElement>> AskAsync(string what) =>
        [.. (await watched.RabbitMq.Management.GetFromJsonAsync<List<JsonElement>>(new Uri($"/api/{what}", UriKind.Relative), TestContext.Current.CancellationToken))!
            .OrderBy(item => $"{Name(item)}", StringComparer.Ordinal)];

    private static string Name(JsonElement item) => item.TryGetProperty("source", out var source) ? $"{source} {item.GetProperty("destination")}" : Text(item, "name");
    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString() ?? "";
}
