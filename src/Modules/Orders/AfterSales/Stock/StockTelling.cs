using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Stock;

/// <summary>Sends what a change moves on the shelf, in the transaction of that change.</summary>
internal static class StockTelling
{
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    public static async Task TellAsync(OrdersDbContext db, ISendEndpointProvider sends, Order order, StockMoves moves, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (moves.Back.Count > 0)
            await sends.SendCommandAsync(new RestockItems { Key = $"{order.Number}:{moves.Reason}", Lines = Lines(moves.Back), Reason = moves.Reason }, cancellationToken);
        if (moves.Out.Count == 0)
            return;
        var take = new StockTake { Id = Guid.CreateVersion7(now), OrderNumber = order.Number };
        db.Add(take);
        await sends.SendCommandAsync(new ReserveStock { CheckoutId = take.Id, Lines = Lines(moves.Out), ExpiresAt = now + Hold }, cancellationToken);
    }

    private static List<StockLine> Lines(IReadOnlyList<StoredLine> lines) =>
        [.. lines.GroupBy(line => line.Sku).Select(same => new StockLine { Sku = same.Key, Quantity = same.Sum(line => line.Quantity) })];
}
