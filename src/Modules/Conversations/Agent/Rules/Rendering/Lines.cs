using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Writes lines and totals of carts, checkouts and orders.</summary>
internal static class Lines
{
    private const int LongestTitle = 80;
    private const int LongestOptions = 60;

    /// <summary>2 × Ridge Boots (42, brown): €339.80</summary>
    public static string Line(LineItem line, LanguageFile language) =>
        $"{line.Quantity} × {Title(line)}: {Money.Write(line.LineTotal.Amount, line.LineTotal.Currency, language)}";

    /// <summary>Ridge Boots (42, brown)</summary>
    public static string Title(LineItem line)
    {
        var options = Options(line.Options);
        var title = Clip.Line(line.Title, LongestTitle);
        return options.Length == 0 ? title : $"{title} ({Clip.Line(options, LongestOptions)})";
    }

    /// <summary>42, brown</summary>
    public static string Options(IReadOnlyDictionary<string, string> options) => string.Join(", ", options.Values);

    /// <summary>One line per row of the totals, the grand total last; a lone subtotal that equals it is not repeated.</summary>
    public static IEnumerable<string> Totals(IReadOnlyList<TotalAmount> totals, Price total, LanguageFile language)
    {
        var parts = totals.Where(row => row.Type != "total").ToList();
        if (parts.Count > 1)
        {
            foreach (var row in parts)
                yield return $"{Name(row.Type, language)}: {Money.Write(row.Amount, total.Currency, language)}";
        }

        yield return $"{Name("total", language)}: {Money.Write(total.Amount, total.Currency, language)}";
    }

    private static string Name(string type, LanguageFile language) =>
        language.Replies.GetValueOrDefault("total_" + type) ?? Clip.Line(type, Limits.Echo);
}
