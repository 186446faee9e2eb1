using System.Text.RegularExpressions;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Supply;

/// <summary>Falco itself cannot be had here: its rules are read for what makes it refuse a file.</summary>
public sealed partial class FalcoTests
{
    private static readonly List<Dictionary<string, object>> Entries =
        [.. ((List<object>)Yaml.Documents(Repository.Read("security/falco/ecommerce-bot.yaml")).Single()).Cast<Dictionary<string, object>>()];

    private static readonly string[] Priorities = ["EMERGENCY", "ALERT", "CRITICAL", "ERROR", "WARNING", "NOTICE", "INFORMATIONAL", "DEBUG"];

    [Fact]
    public void EveryRule_IsWholeAndNamedOnce()
    {
        var rules = Entries.Where(entry => entry.ContainsKey("rule")).ToList();

        Assert.True(rules.Count >= 5);
        Assert.All(rules, rule => Assert.Equal(["condition", "desc", "output", "priority", "rule", "tags"], rule.Keys.Order(StringComparer.Ordinal)));
        Assert.All(rules, rule => Assert.Contains((string)rule["priority"], Priorities));
        Assert.All(rules, rule => Assert.Contains("%container.name", (string)rule["output"], StringComparison.Ordinal));
        Assert.Equal(Entries.Count, Entries.Select(entry => entry.First().Value).Distinct().Count());
    }

    [Fact]
    public void EveryMacroAndList_IsThereAndUsed()
    {
        var defined = Entries.Where(entry => !entry.ContainsKey("rule")).Select(entry => $"{entry.First().Value}").ToHashSet();
        var used = Entries.Where(entry => entry.ContainsKey("condition")).SelectMany(entry => Own().Matches((string)entry["condition"]).Select(match => match.Value)).ToHashSet();

        Assert.Equal(defined.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.All(Entries.Where(entry => entry.ContainsKey("condition")), entry =>
            Assert.Equal(((string)entry["condition"]).Count(letter => letter == '('), ((string)entry["condition"]).Count(letter => letter == ')')));
    }

    [GeneratedRegex("ecommercebot_[a-z_]+")]
    private static partial Regex Own();
}
