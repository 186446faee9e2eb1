using System.Text.Json;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>
/// Words one JSON product as a draft. Its shape decides: with <c>variants</c> (an array, or a map from SKU to variant) it has those; with a
/// <c>price</c> of its own it is its only variant, and its id is the SKU.
/// </summary>
internal static class JsonProduct
{
    public static ProductDraft? Draft(JsonTree product, Field? key, ImportFaults faults)
    {
        if (!product.IsObject)
        {
            faults.Add(product.Line, "a product should be an object in braces.");
            return null;
        }
        var draft = new ProductDraft(product.Line)
        {
            Id = Text(product, faults, "id", "product_id").Or(key ?? new Field(null, product.Line)),
            Title = Text(product, faults, "title", "name"),
            Description = Text(product, faults, "description"),
            Brand = Text(product, faults, "brand"),
            Category = Text(product, faults, "category", "type"),
            Image = Text(product, faults, "image"),
            Status = Text(product, faults, "status"),
            Tags = Joined(product, faults),
        };
        foreach (var (language, text) in Members(product, faults, "texts"))
            draft.Texts.Add((language, Text(text, faults, "title"), Text(text, faults, "description")));
        foreach (var (name, value) in Members(product, faults, "attributes"))
            draft.Attributes.Add((name, TextOf(value, "attributes", faults)));
        if (product.Member("variants") is { } variants)
            AddVariants(draft, variants, faults);
        else if (product.Member("price") is not null)
            draft.Variants.Add(Variant(product, Text(product, faults, "sku").Or(draft.Id), faults));
        else
            faults.Add(product.Line, "this product has neither \"variants\" nor a \"price\".");
        return draft.Variants.Count == 0 ? null : draft;
    }

    private static void AddVariants(ProductDraft draft, JsonTree variants, ImportFaults faults)
    {
        var before = draft.Variants.Count;
        foreach (var item in variants.Items.Where(item => IsVariant(item, faults)))
            draft.Variants.Add(Variant(item, Text(item, faults, "sku", "item_id"), faults));
        foreach (var member in variants.Members.Where(member => IsVariant(member.Value, faults)))
            draft.Variants.Add(Variant(member.Value, Text(member.Value, faults, "sku", "item_id").Or(new Field(member.Name, member.Line)), faults));
        if (draft.Variants.Count == before)
            faults.Add(variants.Line, "\"variants\" should hold at least one variant with a SKU and a price.");
    }

    private static bool IsVariant(JsonTree value, ImportFaults faults)
    {
        if (!value.IsObject)
            faults.Add(value.Line, "a variant should be an object in braces.");
        return value.IsObject;
    }

    private static VariantDraft Variant(JsonTree variant, Field sku, ImportFaults faults)
    {
        var draft = new VariantDraft(variant.Line)
        {
            Sku = sku,
            Price = Text(variant, faults, "price"),
            Currency = Text(variant, faults, "currency"),
            Stock = Stock(variant, faults),
            CompareAtPrice = Text(variant, faults, "compare_at_price", "compareAtPrice"),
            WeightGrams = Text(variant, faults, "weight_grams", "weightGrams"),
            Barcode = Text(variant, faults, "barcode"),
            TaxClass = Text(variant, faults, "tax_class", "taxClass"),
        };
        foreach (var (name, value) in Members(variant, faults, "options"))
            draft.Options.Add((name, TextOf(value, "options", faults)));
        foreach (var (currency, price) in Members(variant, faults, "prices"))
            draft.OtherPrices.Add((currency, Text(price, faults, "price"), Text(price, faults, "compare_at_price", "compareAtPrice")));
        return draft;
    }

    /// <summary>The members of an object in the object, without those that are null.</summary>
    private static IEnumerable<(Field Name, JsonTree Value)> Members(JsonTree from, ImportFaults faults, string name)
    {
        if (from.Member(name) is not { } map)
            return [];
        if (!map.IsObject)
            faults.Add(map.Line, $"\"{name}\" should be an object in braces, from name to value.");
        return map.Members.Where(member => !member.Value.IsNull).Select(member => (new Field(member.Name, member.Line), member.Value));
    }

    /// <summary>A file that only says "not available" counts none; "available" alone counts nothing.</summary>
    private static Field Stock(JsonTree variant, ImportFaults faults)
    {
        var stock = Text(variant, faults, "stock");
        return stock.Value is null && variant.Member("available") is { Type: JsonTokenType.False } unavailable ? new Field("0", unavailable.Line) : stock;
    }

    /// <summary>An array, or one text with commas.</summary>
    private static Field Joined(JsonTree product, ImportFaults faults) => product.Member("tags") is { IsArray: true } tags
        ? new Field(string.Join(',', tags.Items.Select(tag => TextOf(tag, "tags", faults).Value)), tags.Line) : Text(product, faults, "tags");

    private static Field Text(JsonTree from, ImportFaults faults, params ReadOnlySpan<string> names) =>
        from.Member(names) is { } member ? TextOf(member, names[0], faults) : new Field(null, from.Line);

    private static Field TextOf(JsonTree value, string name, ImportFaults faults)
    {
        if (value.IsObject || value.IsArray)
            faults.Add(value.Line, $"\"{name}\" should be a text or a number.");
        return new Field(value.Text, value.Line);
    }
}
