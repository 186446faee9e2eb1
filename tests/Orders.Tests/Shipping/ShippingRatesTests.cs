using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Shipping;

namespace EcommerceBot.Orders.Tests.Shipping;

public class ShippingRatesTests
{
    private static readonly StoredLine[] Lines = [new("M", "mug", "Mug", new Dictionary<string, string>(), 2, 1000, null, "Kitchen")];

    private static readonly ShippingOptions Options = new()
    {
        PieceWeight = 500,
        PieceWeights = { ["Kitchen"] = 600 },
        Methods =
        {
            new ShippingMethod { Id = "flat", Title = "Flat", Price = 499 },
            new ShippingMethod { Id = "weight", Title = "By weight", Kind = "weight", Price = 2000, Steps = { new ShippingStep { UpTo = 1000, Price = 300 }, new ShippingStep { UpTo = 1200, Price = 700 } } },
            new ShippingMethod { Id = "sum", Title = "Free above", Kind = "subtotal", Price = 0, Steps = { new ShippingStep { UpTo = 1999, Price = 500 } } },
            new ShippingMethod { Id = "near", Title = "Near", Price = 100, Countries = { "Land" }, Regions = { "North" } },
            new ShippingMethod { Id = "pickup", Title = "Pick up", Kind = "pickup" },
        },
    };

    [Theory]
    [InlineData(null, null, "flat 499, weight 700, sum 0, pickup 0")]
    [InlineData("land", " north ", "flat 499, weight 700, sum 0, near 100, pickup 0")]
    [InlineData("Land", "South", "flat 499, weight 700, sum 0, pickup 0")]
    public void Address_HasTheChoicesThatServeItAtTheirPrices(string? country, string? region, string shown) =>
        Assert.Equal(shown, string.Join(", ", ShippingRates.Choices(Options, Lines, country, region).Select(choice => $"{choice.ShippingMethodId} {choice.Price}")));

    [Fact]
    public void MethodThatCannotBeServed_SaysAllThatIsWrong() => Assert.Equal(4, new ShippingMethod
    {
        Kind = "teleport", Price = -1, MinDays = 3, MaxDays = 2,
    }.Faults().Count());
}
