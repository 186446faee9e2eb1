using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>Answers of the other modules.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Later = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    public static readonly Guid CheckoutId = Guid.Parse("11111111-2222-3333-4444-555555555555");
    private static readonly Dictionary<string, string> Red = new() { ["color"] = "red" };

    public static VariantOffer Offer(string sku) =>
        new() { Sku = sku, ProductId = "mug", Title = "Mug", Options = Red, Price = 1250, Currency = "EUR", Available = 7 };

    public static ProductDetails Product(string id) =>
        new() { ProductId = id, Title = "Mug", Description = "Holds tea.", Brand = "Knoll", Variants = [Offer("MUG-RED")] };

    public static ProductSummary Summary(string id) => new()
    {
        ProductId = id,
        Title = "Mug",
        FromPrice = 1250,
        ToPrice = 1450,
        Currency = "EUR",
        InStock = true,
        VariantCount = 2,
    };

    public static CartLine Line(string sku, int quantity) => new()
    {
        Sku = sku,
        ProductId = "mug",
        Title = "Mug",
        Options = Red,
        Quantity = quantity,
        UnitPrice = 1250,
        LineTotal = 1250L * quantity,
    };

    public static CartContents Cart(string id, params IReadOnlyList<CartLine> lines) =>
        new() { CartId = id, Version = lines.Count + 1, Lines = lines, Total = lines.Sum(line => line.LineTotal), Currency = "EUR", ExpiresAt = Later };

    public static CheckoutDetails Checkout(string status, string? url = null, Buyer? buyer = null) => new()
    {
        CheckoutId = CheckoutId,
        CartId = "cart-1",
        Status = status,
        Lines = [Line("MUG-RED", 2)],
        Totals = [new TotalLine { Type = "subtotal", Amount = 2500 }, new TotalLine { Type = "total", Amount = 2500 }],
        Total = 2500,
        Currency = "EUR",
        Buyer = buyer,
        Confirmation = "seen",
        ContinueUrl = url,
        Messages = [],
        ExpiresAt = Later,
    };

    public static CustomerDetails Customer(string ownerId) => new()
    {
        OwnerId = ownerId,
        Name = "Ada Lovelace",
        Address = Address,
        PaymentMethods = [new PaymentMethodDetails { PaymentMethodId = "gift_1", Kind = "gift_card", Balance = 500, Currency = "EUR" }],
        OrderNumbers = ["EB-1"],
    };

    public static PostalAddress Address { get; } = new() { Line1 = "12 Harbour Street", City = "Lisbon", PostalCode = "1000", Country = "Portugal" };

    public static OrderDetails Order(string number, string status = "placed") => new()
    {
        OrderNumber = number,
        CheckoutId = CheckoutId,
        Status = status,
        Lines = [Line("MUG-RED", 2)],
        Totals = [new TotalLine { Type = "subtotal", Amount = 2500 }, new TotalLine { Type = "total", Amount = 2500 }],
        Total = 2500,
        Currency = "EUR",
        PlacedAt = Later,
    };
}
