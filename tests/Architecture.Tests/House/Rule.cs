namespace EcommerceBot.Architecture.Tests.House;

internal static class Rule
{
    /// <summary>Fails with every violation, not with the first few.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        var found = violations.Distinct().Order(StringComparer.Ordinal).ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} violations:{Environment.NewLine}{string.Join(Environment.NewLine, found.Select(violation => $"- {violation}"))}");
    }
}
