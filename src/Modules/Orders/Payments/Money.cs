using System.Globalization;

namespace EcommerceBot.Orders.Payments;

/// <summary>Minor units as people read them. The integer decides; this only places the point.</summary>
internal static class Money
{
    // ISO 4217; every other currency has two decimals.
    private static readonly HashSet<string> NoDecimals = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
    private static readonly HashSet<string> ThreeDecimals = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    public static int Decimals(string currency) => NoDecimals.Contains(currency) ? 0 : ThreeDecimals.Contains(currency) ? 3 : 2;

    public static string Show(long minor, string currency)
    {
        var decimals = Decimals(currency);
        var major = minor / (decimal)Math.Pow(10, decimals);
        return $"{major.ToString($"N{decimals}", CultureInfo.InvariantCulture)} {currency}";
    }
}
