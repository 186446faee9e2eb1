using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products;

/// <summary>The price and free stock of each SKU of a cart.</summary>
internal sealed class GetOffersConsumer(CatalogDbContext db, MediaLinks links) : IConsumer<GetOffers>
{
    public async Task Consume(ConsumeContext<GetOffers> context)
    {
        var skus = context.Message.Skus.Where(Variant.CouldBeId).ToHashSet(StringComparer.Ordinal);
        var found = await db.Variants.AsNoTracking().Include(variant => variant.Stock)
            .Where(variant => skus.Contains(variant.Sku))
            .Join(db.Products.Where(x => x.Status == ProductStatus.Active), variant => variant.ProductId, product => product.Id, (variant, product) => new { product, variant })
            .ToListAsync(context.CancellationToken);
        var offers = found.Select(x => x.product.Offer(x.variant, links, context.Message.Currency, context.Message.Language)).ToList();
        await context.RespondAsync(new OffersFound { Offers = offers });
    }
}
