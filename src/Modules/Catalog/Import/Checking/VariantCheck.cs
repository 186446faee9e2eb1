using System.Globalization;
using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Bounds of a product's variants; a SKU may stand only once in a file.</summary>
internal sealed class VariantCheck(ImportSettings settings, ImportFaults faults)
{
    private readonly Dictionary<string, int> _skus = new(StringComparer.Ordinal);
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
        if (sku.Length > 0 && !_skus.TryAdd(sku, draft.Sku.Line))
            faults.Add(draft.Sku.Line, $"the SKU {Quote.Short(sku)} stands already on line {_skus[sku]}.");
        var currency = draft.Currency.Value?.ToUpperInvariant() ?? settings.Currency;
        return new VariantEntry(draft.Line, sku, Options(draft), Price(draft, currency), currency, Stock(draft.Stock));
    }

    private long Price(VariantDraft draft, string currency)
    {
        if (_texts.Required(draft.Price, "price", Variant.LongestOption) is not { } text)
            return 0;
        if (PriceText.Parse(text, currency, out var fault) is { } price)
            return price;
        faults.Add(draft.Price.Line, $"the price {Quote.Short(text)} {fault}.");
        return 0;
    }

    private int? Stock(Field stock)
    {
        if (stock.Value is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) && pieces <= StockItem.Most)
            return pieces;
        faults.Add(stock.Line, $"the stock {Quote.Short(text)} is not a whole number from 0 to {StockItem.Most}.");
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
