using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Products.Admin;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Bounds of what a file may tell of a product besides, the same as by REST.</summary>
internal sealed class ExtrasCheck(ImportFaults faults)
{
    private const int MostNames = 50;

    private readonly TextCheck _texts = new(faults);

    public ProductExtras Check(ProductDraft draft)
    {
        var texts = new SortedDictionary<string, ProductText>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, title, description) in draft.Texts.Where(text => text.Title.Value is not null || text.Description.Value is not null))
        {
            if (language.Value is not { } tag || !ProductFormReader.LanguageTag().IsMatch(tag))
                faults.Add(language.Line, $"{Quote.Short(language.Value)} is no language tag such as es or pt-BR.");
            else if (!texts.TryAdd(tag, new ProductText(
                _texts.Optional(title, $"title in {tag}", Product.LongestTitle), _texts.Optional(description, $"description in {tag}", Product.LongestDescription, mayBreakLines: true))))
                faults.Add(language.Line, $"the language {tag} stands twice.");
        }
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (nameField, value) in draft.Attributes.Where(attribute => attribute.Value.Value is not null))
        {
            if (_texts.Required(nameField, "name of an attribute", Product.LongestName) is { } name
                && _texts.Optional(value, $"attribute {Quote.Short(name)}", Product.LongestName) is { } text && !attributes.TryAdd(name, text))
                faults.Add(nameField.Line, $"the attribute {Quote.Short(name)} stands twice.");
        }
        if (texts.Count > MostNames || attributes.Count > MostNames)
            faults.Add(draft.Line, $"a product has at most {MostNames} other languages and {MostNames} attributes.");
        return new ProductExtras(texts.Count == 0 ? null : texts, attributes.Count == 0 ? null : attributes);
    }
}
