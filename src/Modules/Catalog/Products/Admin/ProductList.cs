using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Categories;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Lists products of any status by keyset pages.</summary>
internal static class ProductList
{
    private const int MostListed = 200;

    public static async Task<IResult> AnswerAsync(
        CatalogDbContext db, CancellationToken cancellationToken, string? status = null, string? category = null, string? brand = null, string? tag = null, string? q = null,
        long? after = null, int limit = 50)
    {
        var products = db.Products.AsNoTracking();
        if (status is not null)
        {
            if (StatusNames.Parse(status) is not { } wanted)
                return FieldProblems.Of([new FieldFault { Field = "status", Reason = $"should be {string.Join(", ", StatusNames.All)}." }]);
            products = products.Where(x => x.Status == wanted);
        }
        if (category is not null)
        {
            var categories = await CategoryTree.WithBelowAsync(db, category, cancellationToken);
            products = products.Where(x => categories.Contains(x.Category!));
        }
        if (brand is not null)
            products = products.Where(x => x.Brand == brand);
        if (tag is not null)
        {
            var entry = $"%{Escaped(JsonColumns.Write(tag))}%";
            products = products.Where(x => EF.Functions.Like((string)(object)x.Tags, entry, "\\"));
        }
        if (q is not null)
        {
            var part = $"%{Escaped(q.ToLowerInvariant())}%";
#pragma warning disable CA1304, CA1311 // Translated to SQL, which knows no culture.
            products = products.Where(x => EF.Functions.Like(x.Title.ToLower(), part, "\\") || x.Id == q || db.Variants.Any(variant => variant.ProductId == x.Id && variant.Sku == q));
#pragma warning restore CA1304, CA1311
        }
        var size = Math.Clamp(limit, 1, MostListed);
        var page = await products.Where(x => after == null || x.Position > after).OrderBy(x => x.Position).Take(size + 1).WithVariants().ToListAsync(cancellationToken);
        var next = page.Count > size ? page[size - 1].Position : (long?)null;
        return Results.Ok(new ProductRecords([.. page.Take(size).Select(product => product.Document())], next));
    }

    private static string Escaped(string text) => text.Replace("\0", "", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>A page of products; <see cref="Next"/> is for <c>after</c>, null at the end.</summary>
internal sealed record ProductRecords(IReadOnlyList<ProductDocument> Products, long? Next);
