using System.Globalization;
using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Bounds of a product's variants; a SKU may stand only once in a file.</summary>
internal sealed class VariantCheck(ImportSettings settings, ImportFaults faults)
{
    private readonly SeenIds _skus = new();
    private readonly TextCheck _texts = new(faults);

    public IReadOnlyList<VariantEntry> Check(IReadOnlyList<VariantDraft> drafts)
    {
        var entries = drafts.Select(Check).ToList();
        if (entries.Find(entry => entry.Currency != entries[0].Currency) is { } other)
            faults.Add(other.Line, $"this variant is priced in {other.Currency}, the first one of its product in {entries[0].Currency}. A product has one currency.");
        return entries;
    }

    private VariantEntry Check(VariantDraft draft)
    {
        var sku = _texts.Required(draft.Sku, "SKU", Variant.LongestSku) ?? "";
        if (sku.Length > 0 && _skus.Add(sku, draft.Sku.Line) is { } earlier)
            faults.Add(draft.Sku.Line, $"the SKU {Quote.Short(sku)} stands already on line {earlier}.");
        var currency = draft.Currency.Value?.ToUpperInvariant() ?? settings.Currency;
        var price = Price(draft, currency);
        return new VariantEntry(draft.Line, sku, Options(draft), price, currency, Stock(draft.Stock), Facts(draft, price, currency), OtherPrices(draft, currency));
    }

    private VariantFacts Facts(VariantDraft draft, long price, string currency)
    {
        // Shops leave the price there as it was before, too: then nothing was reduced.
        var before = draft.CompareAtPrice.Value is null ? (long?)null : Price(draft.CompareAtPrice, currency);
        return new VariantFacts(
            before > price ? before : null, Whole(draft.WeightGrams, "weight in grams", Variant.HeaviestGrams),
            _texts.Optional(draft.Barcode, "barcode", Variant.LongestBarcode), _texts.Optional(draft.TaxClass, "tax class", Product.LongestName));
    }

    private SortedDictionary<string, OtherPrice>? OtherPrices(VariantDraft draft, string own)
    {
        var prices = new SortedDictionary<string, OtherPrice>(StringComparer.Ordinal);
        foreach (var (field, priceField, beforeField) in draft.OtherPrices.Where(other => other.Price.Value is not null))
        {
            var code = field.Value?.ToUpperInvariant() ?? "";
            var price = Price(priceField, code);
            var before = beforeField.Value is null ? (long?)null : Price(beforeField, code);
            if (code == own || !prices.TryAdd(code, new OtherPrice(price, before > price ? before : null)))
                faults.Add(field.Line, $"the price in {Quote.Short(code)} stands twice.");
        }
        return prices.Count == 0 ? null : prices;
    }

    private long Price(VariantDraft draft, string currency) => Price(draft.Price, currency);

    private long Price(Field field, string currency)
    {
        if (_texts.Required(field, "price", Variant.LongestOption) is not { } text)
            return 0;
        if (PriceText.Parse(text, currency, out var fault) is { } price)
            return price;
        faults.Add(field.Line, $"the price {Quote.Short(text)} {fault}.");
        return 0;
    }

    private int? Stock(Field stock) => Whole(stock, "stock", StockItem.Most);

    private int? Whole(Field field, string name, int most)
    {
        if (field.Value is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        faults.Add(field.Line, $"the {name} {Quote.Short(text)} is not a whole number from 0 to {most}.");
        return null;
    }

    private Dictionary<string, string> Options(VariantDraft draft)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (draft.Options.Count > Variant.MostOptions)
            faults.Add(draft.Line, $"a variant has at most {Variant.MostOptions} options; this one has {draft.Options.Count}.");
        foreach (var (nameField, valueField) in draft.Options.Take(Variant.MostOptions))
        {
            if (_texts.Required(nameField, "name of an option", Variant.LongestOption) is not { } name)
                continue;
            var value = _texts.Required(valueField, $"value of the option {Quote.Short(name)}", Variant.LongestOption);
            if (value is not null && !options.TryAdd(name, value))
                faults.Add(nameField.Line, $"the option {Quote.Short(name)} stands twice.");
        }
        return options;
    }
}
