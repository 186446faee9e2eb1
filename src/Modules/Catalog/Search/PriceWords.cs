using System.Globalization;
using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Finds the price a shopper names ("under 50", "entre 20 y 40 euros") and takes it out of the text, or its numbers would be searched for.
/// A number with another unit is none: "under 2 kg", "size 40 to 42", "up to 65 L".
/// </summary>
internal static partial class PriceWords
{
    private const string Money = @"(?:[$€£]|(?:euros?|eur|usd|dollars?|bucks|gbp|pounds?|d[oó]lar(?:es)?|reais|real|brl)\b)";
    private const string Number = @"\s+(?:(?:US|R)?[$€£]\s*)?(?<n>[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,7}(?:[.,][0-9]{1,2})?)(?![0-9])";
    private const string NoMeasure =
        @"(?!\s*(?:%|[""'′″]|(?:l|lit(?:er|re|ro)s?|ml|kg|kilos?|g|grams?|oz|lbs?|mm|cm|m|met(?:er|re|ro)s?|inch(?:es)?|ft|feet|[gmt]b|mah|w|watts?|v|hours?|hrs?|days?|persons?|people|personas|pessoas|pieces?|pcs|x)\b)|\w|[.,][0-9])";

    private const string Price = $@"{Number}(?:\s*{Money}|{NoMeasure})";

    // After a word that also counts other things ("at least 4 pockets") nothing may follow but the end of the thought.
    private const string End = @"(?=\s*(?:$|[.,;!?)]|(?:and|or|please|for|in|with|but|y|o|para|con|e|ou|com|por)\b))";
    private const string ClearPrice = $@"{Number}(?:\s*{Money}|{NoMeasure}{End})";
    private const RegexOptions Anyhow = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The text without its price, and the price in minor units.</summary>
    /// <param name="text">At most a few hundred characters.</param>
    /// <param name="exponent">Decimals of the shop's currency.</param>
    public static (string Words, PriceFilter Price) Take(string text, int exponent)
    {
        if (Between().Match(text) is { Success: true } both)
        {
            var (one, other) = (Amount(both.Groups["n"].Captures[0].Value, exponent), Amount(both.Groups["n"].Captures[1].Value, exponent));
            return (Without(text, both), new PriceFilter(Math.Min(one, other), Math.Max(one, other)));
        }
        long? min = null, max = null;
        if (AtMost().Match(text) is { Success: true } most)
        {
            max = Amount(most.Groups["n"].Value, exponent);
            text = Without(text, most);
        }
        if (AtLeast().Match(text) is { Success: true } least)
        {
            min = Amount(least.Groups["n"].Value, exponent);
            text = Without(text, least);
        }
        return (text, new PriceFilter(min, max));
    }

    private static string Without(string text, Match match) => $"{text[..match.Index]} {text[(match.Index + match.Length)..]}";

    /// <summary>"1,000" and "1.000" are a thousand, "49.9" and "49,90" are not.</summary>
    private static long Amount(string digits, int exponent)
    {
        var at = digits.LastIndexOfAny(['.', ',']);
        var decimals = at >= 0 && digits.Length - at - 1 < 3 ? digits[(at + 1)..] : "";
        var whole = string.Concat((decimals.Length > 0 ? digits[..at] : digits).Where(char.IsAsciiDigit));
        var value = decimal.Parse($"{whole}.{(decimals.Length > 0 ? decimals : "0")}", CultureInfo.InvariantCulture);
        return (long)Math.Round(value * (decimal)Math.Pow(10, exponent), MidpointRounding.AwayFromZero);
    }

    [GeneratedRegex($@"(?<!\b(?:size|talla|tamanho)\s+)\b(?:between|entre|from|desde|de){Number}(?:\s*{Money})?\s*(?:and|to|y|e|a|até|hasta)\b{Price}", Anyhow)]
    private static partial Regex Between();

    [GeneratedRegex(
        $@"\b(?:(?:under|below|(?:less|cheaper|no\s+more|not\s+more)\s+than|budget(?:\s+of|\s+is)?|menos\s+de|por\s+debajo\s+de|abaixo\s+de){Price}"
        + $@"|(?:up\s+to|at\s+most|max(?:imum)?(?:\s+of)?|m[aá]ximo(?:\s+de)?|hasta|at[eé]){ClearPrice})", Anyhow)]
    private static partial Regex AtMost();

    [GeneratedRegex(
        $@"\b(?:over|above|more\s+than|at\s+least|from|starting\s+(?:at|from)|min(?:imum)?(?:\s+of)?|m[aá]s\s+de|desde|a\s+partir\s+de|mais\s+de|acima\s+de|por\s+encima\s+de){ClearPrice}", Anyhow)]
    private static partial Regex AtLeast();
}
