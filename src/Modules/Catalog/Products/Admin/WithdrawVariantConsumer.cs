using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Takes a variant and its stock out of the shop, unless pieces of it are promised: whoever is paying must get them.</summary>
internal sealed class WithdrawVariantConsumer(CatalogDbContext db, ProductShelf shelf, AuditTrail audit, TimeProvider time) : IConsumer<WithdrawVariant>
{
    public async Task Consume(ConsumeContext<WithdrawVariant> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var product = Variant.CouldBeId(request.ProductId)
            ? await db.Products.WithVariants().SingleOrDefaultAsync(x => x.Id == request.ProductId, cancellationToken) : null;
        var variant = product?.Variants.Find(x => x.Sku == request.Sku);
        if (product is null || variant is null)
            await context.RespondAsync(new ProductNotFound { ProductId = request.ProductId });
        else if (product.Variants.Count == 1)
            await RejectAsync(context, "is the product's last variant. Archive the product instead.");
        // Conditional, because a checkout may reserve at this moment: it finds the row gone, or it was first.
        else if (await db.Stock.Where(x => x.Sku == variant.Sku && x.Reserved == 0).ExecuteDeleteAsync(cancellationToken) == 0)
            await RejectAsync(context, "is promised to a checkout. Count its stock to nothing and withdraw it later.");
        else
            await WithdrawAsync(context, product, variant);
    }

    private async Task WithdrawAsync(ConsumeContext<WithdrawVariant> context, Product product, Variant variant)
    {
        var indexed = ProductShelf.DocumentOf(product);
        await db.Variants.Where(x => x.Sku == variant.Sku).ExecuteDeleteAsync(context.CancellationToken);
        audit.Withdrawn(context.Message.By, variant);
        db.Entry(variant.Stock).State = EntityState.Detached;
        db.Entry(variant).State = EntityState.Detached;
        product.Variants.Remove(variant);
        product.Version++;
        product.UpdatedAt = time.GetUtcNow();
        await shelf.PlaceAsync(product, indexed, context.CancellationToken);
        await context.Publish(new ProductChanged { ProductId = product.Id, ChangedAt = product.UpdatedAt });
        await context.RespondAsync(new ProductSaved { Product = product.Document() });
    }

    private static Task RejectAsync(ConsumeContext<WithdrawVariant> context, string reason) =>
        context.RespondAsync(new ProductRejected { Code = "taken", Faults = [new FieldFault { Field = "sku", Reason = reason }] });
}
