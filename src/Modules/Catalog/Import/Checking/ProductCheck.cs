using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Turns drafts into entries, or says everything that is wrong with them. One per reading of the file: it remembers which ids it has seen.</summary>
internal sealed class ProductCheck(ImportSettings settings, PictureIntake pictures, ImportFaults faults)
{
    private readonly SeenIds _products = new();
    private readonly VariantCheck _variants = new(settings, faults);
    private readonly TextCheck _texts = new(faults);
    private readonly ExtrasCheck _extras = new(faults);

    /// <summary>Null when the draft has a fault.</summary>
    public CatalogEntry? Check(ProductDraft draft)
    {
        var before = faults.Count;
        var id = _texts.Required(draft.Id, "product id", Product.LongestId);
        if (id is not null && _products.Add(id, draft.Line) is { } earlier)
            faults.Add(draft.Line, $"the product id {Quote.Short(id)} stands already on line {earlier}. Put its variants into one product, and the rows of one product together.");
        if (draft.Variants.Count == 0)
            faults.Add(draft.Line, $"the product {Quote.Short(id)} has no variant, that is no row with a price.");
        var entry = new CatalogEntry(
            draft.Line,
            id ?? "",
            _texts.Required(draft.Title, "title", Product.LongestTitle) ?? "",
            _texts.Optional(draft.Description, "description", Product.LongestDescription, mayBreakLines: true) ?? "",
            _texts.Optional(draft.Brand, "brand", Product.LongestName),
            _texts.Optional(draft.Category, "category", Product.LongestName),
            pictures.UrlOf(draft.Image, faults),
            Status(draft.Status),
            Tags(draft.Tags),
            _extras.Check(draft),
            _variants.Check(draft.Variants));
        return faults.Count == before && !faults.IsFull ? entry : null;
    }

    private ProductStatus? Status(Field status)
    {
        if (status.Value is { } word && StatusNames.Parse(word) is null)
            faults.Add(status.Line, $"the status {Quote.Short(word)} is none of {string.Join(", ", StatusNames.All)}.");
        return StatusNames.Parse(status.Value);
    }

    private List<string>? Tags(Field tags) => _texts.Optional(tags, "list of tags", Product.LongestTitle * 10) is not { } text ? null
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
