using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Makes a product what a checked form says, and writes down what became of prices, stock and status.</summary>
internal sealed class FormApplication(AuditTrail audit)
{
    public void Apply(ProductForm form, Product product, bool isNew, string who)
    {
        var before = product.Status;
        (product.Title, product.Description, product.Brand, product.Category) = (form.Title, form.Description, form.Brand, form.Category);
        product.Slug = form.Slug ?? Slug.Of(product.Id, form.Title);
        (product.Attributes, product.Tags, product.Texts) = (form.Attributes, form.Tags, form.Texts);
        (product.Media, product.ImageUrl) = (form.Media, form.Media.Count > 0 ? form.Media[0].Url : null);
        product.Status = form.Status;
        audit.Status(who, product, isNew ? null : before);
        foreach (var (position, wanted) in form.Variants.Index())
        {
            var variant = product.Variants.Find(x => x.Sku == wanted.Sku);
            if (variant is null)
                Add(wanted, product, position, who);
            else
                Change(wanted, variant, position, who);
        }
    }

    private void Add(VariantForm form, Product product, int position, string who)
    {
        var variant = new Variant
        {
            Sku = form.Sku,
            ProductId = product.Id,
            Position = position,
            Options = form.Options,
            Price = form.Price,
            Currency = form.Currency,
            CompareAtPrice = form.CompareAtPrice,
            OtherPrices = form.OtherPrices,
            WeightGrams = form.WeightGrams,
            Barcode = form.Barcode,
            TaxClass = form.TaxClass,
            Stock = new StockItem { Sku = form.Sku, OnHand = form.OnHand ?? 0, LowAt = form.LowStockAt },
        };
        product.Variants.Add(variant);
        audit.Price(who, variant, variant.Currency, null, variant.Price);
        audit.Stock(who, variant, null, variant.Stock.OnHand, null);
    }

    private void Change(VariantForm form, Variant variant, int position, string who)
    {
        if (variant.Currency == form.Currency)
            audit.Price(who, variant, form.Currency, variant.Price, form.Price);
        else
            audit.Price(who, variant, form.Currency, null, form.Price);
        audit.CompareAtPrice(who, variant, form.Currency, variant.CompareAtPrice, form.CompareAtPrice);
        foreach (var code in variant.OtherPrices.Keys.Union(form.OtherPrices.Keys))
            audit.Price(who, variant, code, variant.OtherPrices.GetValueOrDefault(code)?.Price, form.OtherPrices.GetValueOrDefault(code)?.Price);
        (variant.Position, variant.Options) = (position, form.Options);
        (variant.Price, variant.Currency, variant.CompareAtPrice, variant.OtherPrices) = (form.Price, form.Currency, form.CompareAtPrice, form.OtherPrices);
        (variant.WeightGrams, variant.Barcode, variant.TaxClass, variant.Stock.LowAt) = (form.WeightGrams, form.Barcode, form.TaxClass, form.LowStockAt);
    }
}
