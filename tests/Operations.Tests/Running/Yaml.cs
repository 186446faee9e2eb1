using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EcommerceBot.Operations.Tests.Running;

/// <summary>YAML as plain lists, dictionaries and strings, with <c>&lt;&lt;</c> merged as compose does.</summary>
internal static class Yaml
{
    public static Dictionary<string, object> Map(string text) => (Dictionary<string, object>)Documents(text).Single();

    public static IEnumerable<object> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Plain(document.RootNode))];
    }

    /// <summary>What lies at this path of keys; null where nothing does.</summary>
    public static object? At(this object? node, params string[] path) =>
        path.Aggregate(node, (here, key) => here is Dictionary<string, object> map && map.TryGetValue(key, out var value) ? value : null);

    public static IEnumerable<object> List(this object? node) => node as List<object> ?? [];

    public static Dictionary<string, object> Entries(this object? node) => node as Dictionary<string, object> ?? [];

    /// <summary>Every scalar below.</summary>
    public static IEnumerable<string> Scalars(this object? node) => node switch
    {
        string text => [text],
        List<object> list => list.SelectMany(Scalars),
        Dictionary<string, object> map => map.Values.SelectMany(Scalars),
        _ => [],
    };

    private static object Plain(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Select(Plain).ToList(),
        YamlMappingNode map => Merged(map),
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => throw new YamlException($"unexpected {node.NodeType}"),
    };

    private static Dictionary<string, object> Merged(YamlMappingNode map)
    {
        var all = new Dictionary<string, object>();
        foreach (var (key, value) in map.Children.Where(child => child.Key.ToString() == "<<"))
            foreach (var (name, inherited) in (Dictionary<string, object>)Plain(value))
                all[name] = inherited;
        foreach (var (key, value) in map.Children.Where(child => child.Key.ToString() != "<<"))
            all[key.ToString()] = Plain(value);
        return all;
    }
}
