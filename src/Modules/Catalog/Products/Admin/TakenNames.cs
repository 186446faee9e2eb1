using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>What a form may not change, and what belongs to another product already.</summary>
internal sealed class TakenNames(CatalogDbContext db)
{
    public async Task<List<Collision>> CollisionsAsync(ProductForm form, Product? known, CancellationToken cancellationToken)
    {
        var collisions = new List<Collision>();
        if (known is not null && form.Id != known.Id)
            collisions.Add(Invalid("id", "never changes. Make a new product."));
        if (known is null && form.Id is { } id && await db.Products.AnyAsync(x => x.Id == id, cancellationToken))
            collisions.Add(Taken("id", "belongs to another product."));
        if (form.Slug is { } slug && await db.Products.AnyAsync(x => x.Slug == slug && (known == null || x.Id != known.Id), cancellationToken))
            collisions.Add(Taken("slug", "belongs to another product."));

        var skus = form.Variants.Select(variant => variant.Sku).ToList();
        var owned = await db.Variants.AsNoTracking().Where(x => skus.Contains(x.Sku) && (known == null || x.ProductId != known.Id)).Select(x => x.Sku).ToListAsync(cancellationToken);
        foreach (var variant in form.Variants)
        {
            if (owned.Contains(variant.Sku))
                collisions.Add(Taken($"{variant.Path}.sku", "belongs to another product."));
            if (known?.Variants.Find(x => x.Sku == variant.Sku) is { } same && variant.OnHand is { } pieces && pieces != same.Stock.OnHand)
                collisions.Add(Invalid($"{variant.Path}.onHand", "is changed with a reason, by POST /api/catalog/stock."));
        }
        return collisions;
    }

    private static Collision Taken(string field, string reason) => new(new FieldFault { Field = field, Reason = reason }, false);

    private static Collision Invalid(string field, string reason) => new(new FieldFault { Field = field, Reason = reason }, true);
}

/// <summary>A field that clashes with the shop.</summary>
internal sealed record Collision(FieldFault Fault, bool IsInvalid);
