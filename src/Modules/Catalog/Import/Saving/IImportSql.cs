namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>The seam between the two stores where an import meets other replicas' work.</summary>
internal interface IImportSql
{
    /// <summary>Waits until no other import runs, for the rest of the transaction; null where a write transaction is alone anyway.</summary>
    string? Alone { get; }

    /// <summary>Puts counts on the shelf: {0} a JSON object of SKU to pieces. Pieces promised to a checkout that is paying are there for it, whatever was counted.</summary>
    string CountStock { get; }
}

/// <summary>Every write transaction is the only one.</summary>
internal sealed class SqliteImportSql : IImportSql
{
    public string? Alone => null;

    public string CountStock =>
        "UPDATE catalog_stock SET on_hand = max(c.value, reserved) FROM json_each({0}) c WHERE catalog_stock.sku = c.key";
}

/// <summary>Others buy meanwhile: stock is locked by SKU as they lock it, and what is reserved is read under the lock.</summary>
internal sealed class PostgresImportSql : IImportSql
{
    public string Alone => "SELECT pg_advisory_xact_lock(hashtext('catalog.import'))";

    public string CountStock =>
        """
        WITH counted AS MATERIALIZED (
            SELECT s.sku, c.value::int AS pieces FROM catalog.stock s JOIN jsonb_each_text({0}::jsonb) c ON c.key = s.sku ORDER BY s.sku COLLATE "C" FOR UPDATE OF s)
        UPDATE catalog.stock s SET on_hand = greatest(c.pieces, s.reserved) FROM counted c WHERE s.sku = c.sku
        """;
}
