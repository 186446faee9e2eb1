namespace EcommerceBot.Architecture.Tests.Modules;

/// <summary>Who may know whose messages. This is the declaration; code that wants another arrow changes it here, in review.</summary>
internal static class ContractGraph
{
    public static readonly IReadOnlyDictionary<string, string[]> Declared = new Dictionary<string, string[]>
    {
        ["Catalog"] = [],
        ["Orders"] = ["Catalog"],
        ["Tools"] = ["Catalog", "Orders"],
        ["Conversations"] = ["Catalog", "Orders", "Tools"],
    };

    private const string House = "EcommerceBot.";

    /// <summary>Modules that can be reached from themselves.</summary>
    public static IEnumerable<string> Cycles(IReadOnlyDictionary<string, string[]> graph) =>
        graph.Keys.Where(module => Reachable(graph, module).Contains(module)).Select(module => $"{module} depends on itself by way of others.");

    /// <summary>References that the declaration does not allow.</summary>
    public static IEnumerable<string> Violations(IReadOnlyDictionary<string, string[]> graph, IEnumerable<AssemblyReferences> assemblies) =>
        assemblies.SelectMany(assembly => assembly.Assembly.EndsWith(".Contracts", StringComparison.Ordinal)
            ? BeyondTheFramework(assembly)
            : BeyondTheGraph(graph, assembly));

    private static IEnumerable<string> BeyondTheFramework(AssemblyReferences contracts) => contracts.References
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
        .Select(name => $"{contracts.Assembly} refers to {name}: contracts refer to nothing but the framework.");

    private static IEnumerable<string> BeyondTheGraph(IReadOnlyDictionary<string, string[]> graph, AssemblyReferences assembly)
    {
        var name = assembly.Assembly[House.Length..];
        string[]? allowed = name switch
        {
            "Outbox" => [],
            "Host" => [.. graph.Keys, "Outbox"],
            _ => graph.TryGetValue(name, out var others) ? [.. others.Append(name).Select(module => $"{module}.Contracts"), "Outbox"] : null,
        };
        if (allowed is null)
            return [$"{name} is not in the declared graph: decide whose contracts it may know and declare it."];
        return assembly.References
            .Where(reference => reference.StartsWith(House, StringComparison.Ordinal) && !allowed.Contains(reference[House.Length..]))
            .Select(reference => $"{assembly.Assembly} refers to {reference}: allowed are {string.Join(", ", allowed)}.");
    }

    private static HashSet<string> Reachable(IReadOnlyDictionary<string, string[]> graph, string from)
    {
        HashSet<string> seen = [];
        Queue<string> next = new(graph[from]);
        while (next.TryDequeue(out var module))
            if (seen.Add(module))
                foreach (var other in graph.GetValueOrDefault(module) ?? [])
                    next.Enqueue(other);
        return seen;
    }
}
