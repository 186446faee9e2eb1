using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>What matches are narrowed, sorted and counted by. Read only when that is asked for.</summary>
internal sealed class CandidateFacts(CatalogDbContext db)
{
    /// <summary>In the order of the positions; a product that is gone by now is left out.</summary>
    public async Task<IReadOnlyList<Candidate>> ReadAsync(IReadOnlyList<long> positions, CancellationToken cancellationToken)
    {
        var products = await db.Products.AsNoTracking().Where(x => positions.Contains(x.Position))
            .Select(x => new { x.Id, x.Position, x.Title, x.Brand, x.Category }).ToDictionaryAsync(x => x.Position, cancellationToken);
        var ids = products.Values.Select(product => product.Id).ToList();
        var variants = (await db.Variants.AsNoTracking().Where(x => ids.Contains(x.ProductId))
            .Select(x => new { x.ProductId, x.Price, x.Options, Free = x.Stock.OnHand - x.Stock.Reserved }).ToListAsync(cancellationToken)).ToLookup(x => x.ProductId);
        var sold = await db.Sales.AsNoTracking().Where(x => ids.Contains(x.ProductId)).ToDictionaryAsync(x => x.ProductId, x => x.Sold, cancellationToken);
        return [.. positions.Where(products.ContainsKey).Select(position => products[position]).Where(product => variants[product.Id].Any()).Select(product => new Candidate(
            product.Position, product.Title, product.Brand, product.Category, variants[product.Id].Min(variant => variant.Price), sold.GetValueOrDefault(product.Id),
            variants[product.Id].Any(variant => variant.Free > 0), [.. variants[product.Id].Select(variant => variant.Options)]))];
    }
}

/// <summary>A match as it can be narrowed, sorted and counted.</summary>
internal sealed record Candidate(
    long Position, string Title, string? Brand, string? Category, long Price, long Sold, bool InStock, IReadOnlyList<IReadOnlyDictionary<string, string>> Variants)
{
    public string Names => $"{Title} {Brand} {Category}";

    public bool Fits(SearchProducts request) =>
        Same(request.Category, Category) && Same(request.Brand, Brand) && (!request.InStock || InStock)
        && (request.Options is not { Count: > 0 } options || Variants.Any(variant => options.All(option => variant.Any(own => Same(option.Key, own.Key) && Same(option.Value, own.Value)))));

    private static bool Same(string? wanted, string? own) => string.IsNullOrEmpty(wanted) || string.Equals(wanted, own, StringComparison.OrdinalIgnoreCase);
}
