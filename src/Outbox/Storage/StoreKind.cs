namespace EcommerceBot.Outbox.Storage;

/// <summary>Which relational store this process runs on; the connection string decides.</summary>
public enum StoreKind
{
    /// <summary>A file under <see cref="StorageOptions.DataPath"/> with one owner.</summary>
    Sqlite,

    /// <summary>One PostgreSQL database, a schema per module and <c>messaging</c>; any number of Hosts.</summary>
    Postgres,
}
