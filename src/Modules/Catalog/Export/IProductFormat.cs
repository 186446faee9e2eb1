using System.Globalization;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Export;

/// <summary>How a file tells of products.</summary>
internal interface IProductFormat
{
    string Beginning { get; }
    string End { get; }

    string Text(Product product, bool isFirst);
}

/// <summary>Minor units in major ones, exactly: as the import reads them.</summary>
internal static class MajorUnits
{
    public static string? OrNone(long? minor, string currency) => minor is { } amount ? Of(amount, currency) : null;

    public static string Of(long minor, string currency)
    {
        var exponent = Currencies.Exponent(currency) ?? 2;
        decimal major = minor;
        for (var digit = 0; digit < exponent; digit++)
            major /= 10;
        return major.ToString($"F{exponent}", CultureInfo.InvariantCulture);
    }
}
