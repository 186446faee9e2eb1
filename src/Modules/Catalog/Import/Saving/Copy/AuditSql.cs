using EcommerceBot.Catalog.Audit;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>Who changed what by a file, written before it is changed: prices, counts and status, as <see cref="AuditTrail"/> writes them.</summary>
internal static class AuditSql
{
    private const string Known = "FROM import_variants v JOIN catalog.variants o ON o.sku = v.sku";

    /// <summary>{0} who, {1} when.</summary>
    public const string Insert =
        $$"""
        INSERT INTO catalog.audit (at, who, kind, product_id, sku, currency, "from", "to", reason)
        SELECT {1}, {0}, kind, product_id, sku, currency, was, becomes, reason FROM (
            SELECT n.number AS line, 0 AS turn, '{{AuditEntry.Status}}' AS kind, p.id AS product_id, NULL::text AS sku, NULL::text AS currency,
                lower(p.status) AS was, lower(n.status) AS becomes, NULL::text AS reason
            FROM import_products n JOIN catalog.products p ON p.id = n.id WHERE n.status <> p.status
            UNION ALL
            SELECT v.line, 1, '{{AuditEntry.Price}}', v.product_id, v.sku, v.currency, CASE WHEN o.currency = v.currency THEN o.price::text END, v.price::text, NULL
            {{Known}} WHERE (o.price, o.currency) IS DISTINCT FROM (v.price, v.currency)
            UNION ALL
            SELECT v.line, 2, '{{AuditEntry.CompareAtPrice}}', v.product_id, v.sku, v.currency, o.compare_at_price::text, v.compare_at_price::text, NULL
            {{Known}} WHERE v.compare_at_price IS NOT NULL AND v.compare_at_price IS DISTINCT FROM o.compare_at_price
            UNION ALL
            SELECT v.line, 2, '{{AuditEntry.Price}}', v.product_id, v.sku, other.code, o.other_prices::jsonb -> other.code ->> 'price', other.told ->> 'price', NULL
            {{Known}}, jsonb_each(v.other_prices::jsonb) other(code, told) WHERE (o.other_prices::jsonb -> other.code ->> 'price') IS DISTINCT FROM (other.told ->> 'price')
            UNION ALL
            SELECT v.line, 3, '{{AuditEntry.Stock}}', v.product_id, v.sku, NULL, s.on_hand::text, greatest(v.stock, s.reserved)::text, 'counted'
            {{Known}} JOIN catalog.stock s ON s.sku = v.sku WHERE v.stock IS NOT NULL AND s.on_hand <> greatest(v.stock, s.reserved)) changes
        ORDER BY product_id, sku, turn
        """;
}
