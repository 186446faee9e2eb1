namespace EcommerceBot.Catalog.Stock;

/// <summary>An UPDATE takes rows in the order of its plan, so each statement first locks them in its own.</summary>
internal sealed class PostgresStockSql : IStockSql
{
    private const string Moves = """jsonb_to_recordset({0}::jsonb) AS m("sku" text, "onHand" integer, "reserved" integer)""";

    public string Free =>
        $"""
        SELECT s.sku AS "sku", s.on_hand - s.reserved AS "free", s.low_at AS "low" FROM catalog.stock s JOIN {Moves} ON m.sku = s.sku
        ORDER BY s.sku COLLATE "C" FOR UPDATE OF s
        """;

    public string Move =>
        $"""
        WITH locked AS MATERIALIZED (
            SELECT s.sku, m."onHand" AS on_hand, m.reserved FROM catalog.stock s JOIN {Moves} ON m.sku = s.sku ORDER BY s.sku COLLATE "C" FOR UPDATE OF s)
        UPDATE catalog.stock s SET on_hand = s.on_hand + l.on_hand, reserved = s.reserved + l.reserved FROM locked l WHERE s.sku = l.sku
        """;

    public string CountSales =>
        $"""
        WITH sold AS MATERIALIZED (
            SELECT v.product_id, sum(-m."onHand") AS pieces FROM {Moves} JOIN catalog.variants v ON v.sku = m.sku GROUP BY v.product_id),
        locked AS MATERIALIZED (
            SELECT s.product_id, sold.pieces FROM catalog.sales s JOIN sold ON sold.product_id = s.product_id ORDER BY s.product_id COLLATE "C" FOR UPDATE OF s)
        UPDATE catalog.sales s SET sold = s.sold + l.pieces FROM locked l WHERE s.product_id = l.product_id
        """;
}
