using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Storage;

/// <summary>The seam between the embedded store and PostgreSQL, as a context sees it.</summary>
internal interface IRelationalStore
{
    StoreKind Kind { get; }

    void Configure(DbContextOptionsBuilder builder, string module);
}
