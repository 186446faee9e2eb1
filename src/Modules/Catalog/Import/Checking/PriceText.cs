using System.Globalization;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Reads a price in major units as exact minor units. No binary fraction is ever in between.</summary>
internal static class PriceText
{
    /// <summary>Null with the fault, which is worded to follow the price.</summary>
    public static long? Parse(string text, string currency, out string fault)
    {
        fault = "";
        if (Currencies.Exponent(currency) is not { } exponent)
            fault = $"is in {Quote.Short(currency)}, which is no ISO 4217 currency";
        else if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var price))
            fault = "is not a number; write it like 129.90, without separators or a currency sign";
        else if (price <= 0)
            fault = "is not above zero";
        else if (price > Variant.HighestPrice)
            fault = $"is above the highest price, {Variant.HighestPrice} minor units";
        else
            return Minor(price, exponent, currency, out fault);
        return null;
    }

    private static long? Minor(decimal price, int exponent, string currency, out string fault)
    {
        var minor = price;
        for (var digit = 0; digit < exponent; digit++)
            minor *= 10;
        fault = minor != decimal.Truncate(minor) ? $"has more decimals than {currency} has ({exponent})"
            : minor > Variant.HighestPrice ? $"is above the highest price, {Variant.HighestPrice} minor units"
            : "";
        return fault.Length == 0 ? (long)minor : null;
    }
}
