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
        var left = new List<string>();
        var outcome = await change.ApplyAsync(
            request.CartId, call, [.. guest.Lines.Select(line => line.Sku)], (lines, offers) => Fitting(lines, guest.Lines, offers, left), cancellationToken,
            (attempt, _) => CloseAsync(attempt, guest, cancellationToken));
        await context.RespondAsync(outcome is CartContents merged ? merged with { Messages = left } : outcome);
    }

    private static List<WantedLine> Fitting(
        IReadOnlyList<StoredLine> lines, IReadOnlyList<StoredLine> guests, IReadOnlyDictionary<string, VariantOffer> offers, List<string> left)
    {
        left.Clear();
        var (wanted, room) = (new List<WantedLine>(), CartRules.MostLines - lines.Count);
        var currency = lines.Count > 0 && offers.GetValueOrDefault(lines[0].Sku) is { } first ? first.Currency : null;
        foreach (var line in guests)
        {
            var has = lines.FirstOrDefault(mine => mine.Sku == line.Sku)?.Quantity ?? 0;
            var fits = offers.TryGetValue(line.Sku, out var offer) && (currency is null || offer.Currency == currency)
                ? Math.Min(Math.Min(has + line.Quantity, CartRules.MostPieces), offer.Available) : 0;
            if (fits <= has || (has == 0 && room-- <= 0))
            {
                left.Add($"{line.Title} could not be taken over.");
                continue;
            }
            if (fits < has + line.Quantity)
                left.Add($"Of {line.Title} only {fits - has} more could be taken over.");
            wanted.Add(new WantedLine { Sku = line.Sku, Quantity = fits });
        }
        return wanted;
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
