using System.Text.Json.Nodes;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Reads a variant of a product document.</summary>
internal sealed class VariantFormReader(string shopCurrency)
{
    private const int MostCurrencies = 50;

    public VariantForm Read(JsonFields fields, string path)
    {
        fields.Ignore("reserved");
        var sku = fields.Text("sku", Variant.LongestSku, required: true) ?? "";
        if (sku.Length > 0 && !Variant.CouldBeId(sku))
            fields.Fault("sku", "holds characters that no SKU has.");
        var currency = Currency(fields);
        var (price, before) = Prices(fields);
        var form = new VariantForm(
            path, sku, fields.Texts("options", Variant.MostOptions, Variant.LongestOption), price, currency, before, Others(fields, currency),
            (int?)fields.Number("weightGrams", 0, Variant.HeaviestGrams), fields.Text("barcode", Variant.LongestBarcode), fields.Text("taxClass", Product.LongestName),
            (int?)fields.Number("lowStockAt", 0, StockItem.Most), (int?)fields.Number("onHand", 0, StockItem.Most));
        fields.RefuseOthers();
        return form;
    }

    private string Currency(JsonFields fields)
    {
        if (fields.Text("currency", 3) is not { } code)
            return shopCurrency;
        if (Currencies.Exponent(code) is null)
            fields.Fault("currency", "should be an ISO 4217 code such as EUR.");
        return code;
    }

    private static (long Price, long? Before) Prices(JsonFields fields)
    {
        var price = fields.Number("price", 1, Variant.HighestPrice, required: true) ?? 0;
        var before = fields.Number("compareAtPrice", 1, Variant.HighestPrice);
        if (before <= price)
            fields.Fault("compareAtPrice", "should be above the price.");
        return (price, before);
    }

    private static Dictionary<string, OtherPrice> Others(JsonFields fields, string own)
    {
        var others = new Dictionary<string, OtherPrice>(StringComparer.Ordinal);
        foreach (var (code, node) in fields.Map("prices", MostCurrencies))
        {
            if (Currencies.Exponent(code) is null || code == own)
                fields.Fault($"prices.{code}", "should be named by another ISO 4217 code than the variant's own currency.");
            else if (node is not JsonObject json)
                fields.Fault($"prices.{code}", "should be an object with a price.");
            else
                others.Add(code, Other(fields.Inside($"prices.{code}", json)));
        }
        return others;
    }

    private static OtherPrice Other(JsonFields fields)
    {
        var (price, before) = Prices(fields);
        fields.RefuseOthers();
        return new OtherPrice(price, before);
    }
}
