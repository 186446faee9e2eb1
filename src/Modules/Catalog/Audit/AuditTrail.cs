using System.Globalization;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Audit;

/// <summary>Writes audit rows into the caller's transaction; what has not changed leaves none.</summary>
internal sealed class AuditTrail(CatalogDbContext db, TimeProvider time)
{
    public void Price(string who, Variant variant, string currency, long? from, long? to) => Add(who, AuditEntry.Price, variant, currency, Text(from), Text(to), null);

    public void CompareAtPrice(string who, Variant variant, string currency, long? from, long? to) =>
        Add(who, AuditEntry.CompareAtPrice, variant, currency, Text(from), Text(to), null);

    public void Stock(string who, Variant variant, int? from, int to, string? reason) => Add(who, AuditEntry.Stock, variant, null, Text(from), Text(to), reason);

    public void Status(string who, Product product, ProductStatus? from)
    {
        if (from != product.Status)
            db.Add(new AuditEntry
            {
                At = time.GetUtcNow(), Who = who, Kind = AuditEntry.Status, ProductId = product.Id,
                From = from is { } before ? StatusNames.Of(before) : null, To = StatusNames.Of(product.Status),
            });
    }

    /// <summary>A variant that is sold no more, with the pieces that were left.</summary>
    public void Withdrawn(string who, Variant variant) => Add(who, AuditEntry.Stock, variant, null, Text(variant.Stock.OnHand), null, "withdrawn");

    private void Add(string who, string kind, Variant variant, string? currency, string? from, string? to, string? reason)
    {
        if (from != to)
            db.Add(new AuditEntry
            {
                At = time.GetUtcNow(), Who = who, Kind = kind, ProductId = variant.ProductId, Sku = variant.Sku, Currency = currency, From = from, To = to, Reason = reason,
            });
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
