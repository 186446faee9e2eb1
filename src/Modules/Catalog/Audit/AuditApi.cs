using EcommerceBot.Catalog.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Audit;

/// <summary>Who changed prices, stock and status.</summary>
internal static class AuditApi
{
    private const int MostListed = 500;

    public static void MapAudit(this RouteGroupBuilder catalog) => catalog.MapGet("/audit", ListAsync).WithName("ListCatalogChanges").Produces<AuditPage>()
        .WithSummary("Who changed prices, stock and status, the latest first; by SKU, product and kind; before takes next of the page before.");

    private static async Task<IResult> ListAsync(
        CatalogDbContext db, CancellationToken cancellationToken, string? sku = null, string? product = null, string? kind = null, long? before = null, int limit = 100)
    {
        var size = Math.Clamp(limit, 1, MostListed);
        var entries = await db.Audit.AsNoTracking()
            .Where(x => (sku == null || x.Sku == sku) && (product == null || x.ProductId == product) && (kind == null || x.Kind == kind) && (before == null || x.Id < before))
            .OrderByDescending(x => x.Id).Take(size + 1).ToListAsync(cancellationToken);
        return Results.Ok(new AuditPage([.. entries.Take(size)], entries.Count > size ? entries[size - 1].Id : null));
    }
}

/// <summary>A page of changes; <see cref="Next"/> is for <c>before</c>, null at the end.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Changes, long? Next);
