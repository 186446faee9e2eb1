using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>Counts from outside the module, in the store's own words.</summary>
internal static class StoreRows
{
    /// <summary>Rows of every table of the store, so that nothing can hide.</summary>
    public static Task<string> RowsAsync(this Shop shop) => shop.ReadAsync(async db =>
    {
        var tables = await db.Database.SqlQueryRaw<string>(shop.IsEmbedded
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND (name LIKE 'catalog#_%' ESCAPE '#' OR name LIKE 'messaging#_%' ESCAPE '#') ORDER BY name"
            : "SELECT schemaname || '\".\"' || tablename AS \"Value\" FROM pg_tables WHERE schemaname IN ('catalog', 'messaging') ORDER BY 1")
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(tables);
        var counts = new List<string>();
        foreach (var table in tables)
            counts.Add($"{table} {await CountAsync(db, table)}");
        return string.Join('\n', counts);
    });

    public static Task<int> MessagesAsync(this Shop shop) => shop.ReadAsync(db => CountAsync(db, shop.IsEmbedded ? "messaging_OutboxMessage" : "messaging\".\"OutboxMessage"));

#pragma warning disable EF1002 // A table's name cannot be a parameter; it comes from the store's own list.
    private static Task<int> CountAsync(DbContext db, string table) =>
        db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS integer) AS \"Value\" FROM \"{table}\"").SingleAsync(TestContext.Current.CancellationToken);
#pragma warning restore EF1002
}
