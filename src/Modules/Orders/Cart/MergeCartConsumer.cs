using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Cart;

/// <summary>The guest's pieces come on top of the owner's. What limits or stock do not allow stays out and is told, so that a merge never fails on one line.</summary>
internal sealed class MergeCartConsumer(CartChange change, OrdersDbContext db, TimeProvider time) : IConsumer<MergeCart>
{
    public async Task Consume(ConsumeContext<MergeCart> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(MergeCart), request.GuestCartId, request.GuestOwnerId, request.CartId);
        var guest = await db.Carts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.GuestCartId && x.OwnerId == request.GuestOwnerId, cancellationToken);
        if (guest is null || guest.IsGone(time.GetUtcNow()))
        {
            await context.RespondAsync(new CartNotFound { CartId = request.GuestCartId });
            return;
        }
        if (guest.ClosedAt is not null)
        {
            var earlier = await call.FindOutcomeAsync(db, cancellationToken);
            await context.RespondAsync(earlier?.For<CartContents>() ?? earlier?.For<CartRefused>() ?? (object)new CartNotFound { CartId = request.GuestCartId });
            return;
        }
        var left = new List<CartNotice>();
        var outcome = await change.ApplyAsync(
            request.CartId, call, [.. guest.Lines.Select(line => line.Sku)], (lines, offers) => Fitting(lines, guest, offers, left), cancellationToken,
            (attempt, _) => CloseAsync(attempt, guest, cancellationToken));
        await context.RespondAsync(outcome is CartContents merged ? Told(merged, left) : outcome);
    }

    private static List<WantedLine> Fitting(
        IReadOnlyList<StoredLine> lines, ShoppingCart guest, IReadOnlyDictionary<string, VariantOffer> offers, List<CartNotice> left)
    {
        left.Clear();
        var (wanted, room) = (new List<WantedLine>(), CartRules.MostLines - lines.Count);
        var currency = lines.Count > 0 && offers.GetValueOrDefault(lines[0].Sku) is { } first ? first.Currency : null;
        foreach (var line in guest.Lines)
        {
            var has = lines.FirstOrDefault(mine => mine.Sku == line.Sku)?.Quantity ?? 0;
            var fits = offers.TryGetValue(line.Sku, out var offer) && (currency is null || offer.Currency == currency)
                ? Math.Min(Math.Min(has + line.Quantity, CartRules.MostPieces), offer.Available) : 0;
            if (fits <= has || (has == 0 && room-- <= 0))
            {
                left.Add(CartNews.About(line, "not_taken_over", guest.Currency));
                continue;
            }
            if (fits < has + line.Quantity)
                left.Add(CartNews.About(line, "partly_taken_over", guest.Currency) with { Pieces = fits - has });
            if (offer!.Price != line.UnitPrice && offer.Currency == guest.Currency)
                left.AddRange(CartNews.Between([line], [line with { UnitPrice = offer.Price }], guest.Currency));
            wanted.Add(new WantedLine { Sku = line.Sku, Quantity = fits });
        }
        return wanted;
    }

    private static CartContents Told(CartContents merged, IReadOnlyList<CartNotice> left)
    {
        // A price that both carts showed at its old height is told once.
        List<CartNotice> notices = [.. merged.Notices.Concat(left).DistinctBy(notice => (notice.Kind, notice.Sku))];
        return merged with { Notices = notices, Messages = [.. CartNews.Sentences(notices)] };
    }

    /// <summary>In the merge's own transaction: two merges of one guest's cart collide here, and the later finds it closed.</summary>
    private async Task CloseAsync(OrdersDbContext attempt, ShoppingCart shown, CancellationToken cancellationToken)
    {
        var guest = await attempt.Carts.SingleAsync(x => x.Id == shown.Id, cancellationToken);
        if (guest.ClosedAt is not null || guest.Version != shown.Version)
            throw new DbUpdateConcurrencyException("The guest's cart has changed while it was being merged.");
        guest.ClosedAt = time.GetUtcNow();
        guest.Version++;
    }
}
