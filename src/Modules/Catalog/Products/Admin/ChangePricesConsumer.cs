using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>New prices for many SKUs, all or none.</summary>
internal sealed class ChangePricesConsumer(CatalogDbContext db, AuditTrail audit, TimeProvider time) : IConsumer<ChangePrices>
{
    public async Task Consume(ConsumeContext<ChangePrices> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var skus = request.Lines.Select(line => line.Sku).Where(Variant.CouldBeId).ToHashSet(StringComparer.Ordinal);
        var variants = await db.Variants.Include(x => x.Stock).Where(x => skus.Contains(x.Sku)).ToDictionaryAsync(x => x.Sku, StringComparer.Ordinal, cancellationToken);
        if (LineFaults.Of(request.Lines, variants) is { Count: > 0 } faults)
        {
            await context.RespondAsync(new ChangeRejected { Faults = faults });
            return;
        }
        var changed = request.Lines.Where(line => Apply(line, variants[line.Sku], request.By)).Select(line => variants[line.Sku].ProductId).ToList();
        // In one order, so that two such changes cannot wait for each other.
        var ids = changed.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var product in await db.Products.Where(x => ids.Contains(x.Id)).ToListAsync(cancellationToken))
        {
            product.Version++;
            product.UpdatedAt = time.GetUtcNow();
            await context.Publish(new ProductChanged { ProductId = product.Id, ChangedAt = product.UpdatedAt });
        }
        await context.RespondAsync(new PricesChanged { Changed = changed.Count });
    }

    private bool Apply(PriceChange line, Variant variant, string who)
    {
        var wanted = new OtherPrice(line.Price, line.CompareAtPrice);
        var currency = line.Currency ?? variant.Currency;
        var isOwn = currency == variant.Currency;
        var before = isOwn ? new OtherPrice(variant.Price, variant.CompareAtPrice) : variant.OtherPrices.GetValueOrDefault(currency);
        if (before == wanted)
            return false;
        audit.Price(who, variant, currency, before?.Price, wanted.Price);
        audit.CompareAtPrice(who, variant, currency, before?.CompareAtPrice, wanted.CompareAtPrice);
        if (isOwn)
            (variant.Price, variant.CompareAtPrice) = (wanted.Price, wanted.CompareAtPrice);
        else
            variant.OtherPrices = new Dictionary<string, OtherPrice>(variant.OtherPrices) { [currency] = wanted };
        return true;
    }
}
