namespace EcommerceBot.Catalog.Stock;

/// <summary>Every write transaction is the only one: nothing to lock.</summary>
internal sealed class SqliteStockSql : IStockSql
{
    private const string Moves = "(SELECT value ->> 'sku' AS sku, value ->> 'onHand' AS on_hand, value ->> 'reserved' AS reserved FROM json_each({0})) m";

    public string Free => $"SELECT s.sku AS \"sku\", s.on_hand - s.reserved AS \"free\", s.low_at AS \"low\" FROM catalog_stock s JOIN {Moves} ON m.sku = s.sku";

    public string Move =>
        $"UPDATE catalog_stock SET on_hand = catalog_stock.on_hand + m.on_hand, reserved = catalog_stock.reserved + m.reserved FROM {Moves} WHERE catalog_stock.sku = m.sku";

    public string CountSales =>
        $"""
        UPDATE catalog_sales SET sold = sold + x.pieces
        FROM (SELECT v.product_id, sum(-m.on_hand) AS pieces FROM {Moves} JOIN catalog_variants v ON v.sku = m.sku GROUP BY v.product_id) x
        WHERE catalog_sales.product_id = x.product_id
        """;
}
