using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products;

/// <summary>Finds a product by its id, else by the SKU of a variant.</summary>
internal sealed class GetProductConsumer(CatalogDbContext db, MediaLinks links) : IConsumer<GetProduct>
{
    public async Task Consume(ConsumeContext<GetProduct> context)
    {
        var id = context.Message.ProductId;
        var product = !Variant.CouldBeId(id) ? null : await db.Offered().SingleOrDefaultAsync(x => x.Id == id, context.CancellationToken)
            ?? await db.Offered().SingleOrDefaultAsync(x => db.Variants.Where(variant => variant.Sku == id).Select(variant => variant.ProductId).Contains(x.Id), context.CancellationToken);
        if (product is null)
            await context.RespondAsync(new ProductNotFound { ProductId = id });
        else
            await context.RespondAsync(product.Details(links, context.Message.Language));
    }
}
