using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products;

/// <summary>
/// Puts a product where shoppers find it, or takes it away: only what is active has a search document and a row of sales, so that no search need ask for the status.
/// </summary>
internal sealed class ProductShelf(CatalogDbContext db, SearchIndex index)
{
    /// <summary>What the index holds of the product now; null when it holds nothing. Asked before the product changes.</summary>
    public static SearchDocument? DocumentOf(Product product) => product.Status == ProductStatus.Active ? SearchDocument.Of(product) : null;

    /// <summary>Saves the changed product and brings index and sales to it, in the caller's transaction.</summary>
    public async Task PlaceAsync(Product product, SearchDocument? before, CancellationToken cancellationToken)
    {
        var sales = await db.Sales.SingleOrDefaultAsync(x => x.ProductId == product.Id, cancellationToken);
        if (product.Status == ProductStatus.Active && sales is null)
            db.Add(new ProductSales { ProductId = product.Id, Position = product.Position, Sold = product.SoldBefore });
        if (product.Status != ProductStatus.Active && sales is not null)
        {
            product.SoldBefore = sales.Sold;
            db.Remove(sales);
        }
        await db.SaveChangesAsync(cancellationToken);
        var after = DocumentOf(product);
        if (before != after)
            await index.ReplaceAsync(before is null ? [] : [before], after is null ? [] : [after], cancellationToken);
    }
}
