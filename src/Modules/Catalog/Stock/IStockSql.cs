namespace EcommerceBot.Catalog.Stock;

/// <summary>The seam between the two stores where stock moves: all lines of a checkout in one statement, so that rows in demand are held for no round trip more than needed.</summary>
/// <remarks>{0} is a JSON array of <see cref="StockMove"/>; SKUs are locked in the order of their bytes, whatever the database's collation.</remarks>
internal interface IStockSql
{
    /// <summary>Locks the SKUs until the transaction ends and answers what is free of each; an unknown one is left out.</summary>
    string Free { get; }

    /// <summary>Adds the moves to what is on hand and reserved.</summary>
    string Move { get; }

    /// <summary>Adds the pieces that left to the sales of their products, in the order of those.</summary>
    string CountSales { get; }
}

/// <summary>By how much one SKU changes.</summary>
internal sealed record StockMove(string Sku, int OnHand, int Reserved);

/// <summary>What can be promised of one SKU at this moment, and at how many the shop wants to know; null for its usual number.</summary>
internal sealed record FreeStock(string Sku, int Free, int? Low);
