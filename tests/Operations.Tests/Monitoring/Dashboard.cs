using System.Text.Json;
using System.Text.RegularExpressions;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Monitoring;

/// <summary>A dashboard's panels, with their queries as Grafana would send them.</summary>
internal sealed partial record Dashboard(string Name, JsonElement Json)
{
    public static TheoryData<string> Names => ["application", "business", "infrastructure"];

    public IEnumerable<JsonElement> Panels => Json.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row");

    public static Dashboard Read(string name) => new(name, JsonElement.Parse(Repository.Read($"monitoring/grafana/dashboards/{name}.json")));

    public IEnumerable<(string Panel, string Query)> Queries(string interval) =>
        from panel in Panels
        from target in panel.GetProperty("targets").EnumerateArray()
        select (panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!
            .Replace("$__rate_interval", interval, StringComparison.Ordinal).Replace("$job", ".*", StringComparison.Ordinal));

    /// <summary>What Grafana would draw wrongly or not at all.</summary>
    public IEnumerable<string> Faults()
    {
        var variables = Json.GetProperty("templating").GetProperty("list").EnumerateArray().Select(variable => variable.GetProperty("name").GetString()).Append("__rate_interval").ToHashSet();
        var ids = Json.GetProperty("panels").EnumerateArray().Select(panel => panel.GetProperty("id").GetInt32()).ToList();
        if (ids.Count != ids.Distinct().Count())
            yield return "two panels have one id";
        foreach (var panel in Panels)
        {
            var (title, place) = (panel.GetProperty("title").GetString(), panel.GetProperty("gridPos"));
            if (place.GetProperty("x").GetInt32() + place.GetProperty("w").GetInt32() > 24)
                yield return $"{title} is wider than the page";
            if (panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString() is null or "")
                yield return $"{title} has no unit";
            foreach (Match variable in Variable().Matches(panel.ToString()))
                if (!variables.Contains(variable.Groups[1].Value))
                    yield return $"{title}: ${variable.Groups[1].Value} is not defined";
        }
    }

    [GeneratedRegex(@"\$\{?(\w+)")]
    private static partial Regex Variable();
}
