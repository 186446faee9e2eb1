using EcommerceBot.Orders.Cart;

namespace EcommerceBot.Orders.AfterSales.Stock;

/// <summary>Pieces that a change of an order puts back on the shelf and takes from it; told to Catalog with the change.</summary>
internal sealed record StockMoves(string Reason, IReadOnlyList<StoredLine> Back, IReadOnlyList<StoredLine> Out);

/// <summary>Pieces taken from the shelf for an order that was placed before, by the id Catalog knows them under.</summary>
internal sealed class StockTake
{
    public required Guid Id { get; init; }
    public required string OrderNumber { get; init; }
}
