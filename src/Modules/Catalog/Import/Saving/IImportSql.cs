namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>The seam between the two stores where an import meets other replicas' work.</summary>
internal interface IImportSql
{
    /// <summary>Waits until no other import runs, for the rest of the transaction; null where a write transaction is alone anyway.</summary>
    string? Alone { get; }
}

/// <summary>Every write transaction is the only one.</summary>
internal sealed class SqliteImportSql : IImportSql
{
    public string? Alone => null;
}

/// <summary>Replicas may import at once.</summary>
internal sealed class PostgresImportSql : IImportSql
{
    public string Alone => "SELECT pg_advisory_xact_lock(hashtext('catalog.import'))";
}
