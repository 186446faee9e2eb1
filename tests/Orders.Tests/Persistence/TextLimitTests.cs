using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Persistence;

public class TextLimitTests
{
    // JSON of what has its own limits: lines by count and catalog, outcomes by the contracts they hold, addresses field by field.
    private static readonly HashSet<string> Documents = ["Lines", "Outcome", "ShipTo", "PostalAddress", "Return", "Exchange", "Shipments", "Totals", "Coupons", "CouponCodes", "ShippingChoices", "ProductIds", "Categories", "Timeline"];

    [Theory, BothStores]
    public async Task EveryTextColumn_HasALimit(Store store)
    {
        await using var till = await Till.OpenAsync(store);

        var endless = await till.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace!.StartsWith("EcommerceBot.Orders", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string))
            .Where(property => property.GetMaxLength() is null && !Documents.Contains(property.Name))
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}")
            .ToList()));

        Assert.Empty(endless);
    }

    [Theory, BothStores]
    public async Task Migrations_AreAsTheModelIs(Store store)
    {
        await using var till = await Till.OpenAsync(store);

        Assert.False(await till.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
