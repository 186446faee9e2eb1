using System.Collections.Concurrent;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>The chart with many sets of values: each example, and the examples with one thing changed.</summary>
internal static class Renders
{
    public const string Path = "helm/ecommerce-bot";

    private static readonly ConcurrentDictionary<(string Helm, string Case), Lazy<Task<Ended>>> Done = new();

    /// <summary>Name, example, and what is set beyond it.</summary>
    private static readonly Dictionary<string, (string Example, string[] Set)> Cases = new()
    {
        ["small"] = ("small", []),
        ["production"] = ("production", []),
        ["air-gapped"] = ("air-gapped", []),
        ["worker only"] = ("small", ["webhook.enabled=false", "ingress.enabled=false"]),
        ["all scaled by load"] = ("production", ["worker.keda.enabled=false", "worker.hpa.enabled=true"]),
        ["agents only"] = ("production", ["webhook.enabled=false", "worker.enabled=false", "ingress.host="]),
        ["no policies"] = ("production", ["networkPolicy.enabled=false"]),
        ["no migration"] = ("small", ["migration.enabled=false"]),
        ["backups of one store"] = ("production", ["backup.stores.redis=", "backup.restoreCheck.enabled=false"]),
        ["long drain"] = ("small", ["drainSeconds=30", "stopSeconds=125"]),
        ["nothing optional"] = ("small", ["ingress.enabled=false", "networkPolicy.enabled=false", "migration.enabled=false"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static async Task<string> OfAsync(string name, HelmProgram? helm = null)
    {
        helm ??= HelmProgram.Four;
        var ended = await Done.GetOrAdd((helm.Name, name), _ => new(() => helm.RunAsync(["template", "shop", Path, "--namespace", "shop", "--kube-version", "1.30.0", .. Values(name)]))).Value;
        Assert.True(ended.Code == 0, ended.Said);
        return ended.Output;
    }

    public static async Task<List<Dictionary<string, object>>> ObjectsAsync(string name) =>
        [.. Yaml.Documents(await OfAsync(name)).OfType<Dictionary<string, object>>()];

    public static string[] Values(string name) =>
        ["--values", $"{Path}/examples/{Cases[name].Example}.yaml", .. Cases[name].Set.SelectMany(value => (string[])["--set", value])];
}
