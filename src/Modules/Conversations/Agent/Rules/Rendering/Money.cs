using System.Globalization;
using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Writes minor units as an amount.</summary>
internal static class Money
{
    private const int UsualExponent = 2;

    // ISO 4217: the currencies that do not have two decimals.
    private static readonly Dictionary<string, int> Exponents = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3, ["CLF"] = 4, ["UYW"] = 4,
    };

    private static readonly Dictionary<string, string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["BRL"] = "R$", ["MXN"] = "MX$", ["CAD"] = "CA$",
        ["AUD"] = "A$", ["INR"] = "₹", ["KRW"] = "₩",
    };

    /// <summary>How many decimals the currency has.</summary>
    public static int Exponent(string currency) => Exponents.GetValueOrDefault(currency, UsualExponent);

    /// <summary>1050 EUR is €10.50 in English and 10,50 € in Spanish.</summary>
    public static string Write(long minorUnits, string currency, LanguageFile language)
    {
        var exponent = Exponent(currency);
        var digits = Math.Abs((decimal)minorUnits).ToString(CultureInfo.InvariantCulture).PadLeft(exponent + 1, '0');
        var whole = Grouped(digits[..^exponent], language.DecimalMark == "," ? '.' : ',');
        var number = exponent == 0 ? whole : whole + language.DecimalMark + digits[^exponent..];
        var minus = minorUnits < 0 ? "-" : "";

        if (!Signs.TryGetValue(currency, out var sign))
            return $"{minus}{number} {currency.ToUpperInvariant()}";
        return language.CurrencySign switch
        {
            "before" => minus + sign + number,
            "spaced" => $"{minus}{sign} {number}",
            _ => $"{minus}{number} {sign}",
        };
    }

    private static string Grouped(string digits, char separator)
    {
        for (var at = digits.Length - 3; at > 0; at -= 3)
            digits = digits.Insert(at, separator.ToString());
        return digits;
    }
}
