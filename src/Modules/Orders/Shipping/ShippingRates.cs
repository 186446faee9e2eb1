using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Shipping;

/// <summary>Which ways of delivery serve an address, and what each costs for these lines. Pure.</summary>
internal static class ShippingRates
{
    public static List<ShippingChoice> Choices(ShippingOptions options, IReadOnlyList<StoredLine> lines, string? country, string? region) =>
    [
        .. options.Methods.Where(method => Serves(method, country, region)).Select(method => new ShippingChoice
        {
            ShippingMethodId = method.Id,
            Title = method.Title,
            Price = Price(method, options, lines),
            MinDays = method.MinDays,
            MaxDays = method.MaxDays,
        }),
    ];

    private static bool Serves(ShippingMethod method, string? country, string? region) =>
        method.Kind == "pickup" || (Has(method.Countries, country) && Has(method.Regions, region));

    private static bool Has(List<string> places, string? place) => places.Count == 0 || (place is not null && places.Contains(place.Trim(), StringComparer.OrdinalIgnoreCase));

    private static long Price(ShippingMethod method, ShippingOptions options, IReadOnlyList<StoredLine> lines)
    {
        var measure = method.Kind switch
        {
            "weight" => lines.Sum(line => (long)options.WeightOf(line.Category) * line.Quantity),
            "subtotal" => CartTotals.Total(lines),
            _ => 0,
        };
        return method.Steps.FirstOrDefault(step => measure <= step.UpTo)?.Price ?? method.Price;
    }
}
