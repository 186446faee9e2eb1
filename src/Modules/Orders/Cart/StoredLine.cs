using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using System.Text.Json.Serialization;

namespace EcommerceBot.Orders.Cart;

/// <summary>A line as it was shown when it was added. Stored as JSON with its cart, checkout or order.</summary>
internal sealed record StoredLine(
    string Sku, string ProductId, string Title, IReadOnlyDictionary<string, string> Options, int Quantity, long UnitPrice, string? ImageUrl, string? Category = null)
{
    /// <summary>What coupons took off this line, minor units.</summary>
    public long Discount { get; init; }

    /// <summary>Tax on top of this line, minor units.</summary>
    public long Tax { get; init; }

    /// <summary>What is really paid for its pieces.</summary>
    [JsonIgnore]
    public long Paid => checked(CartTotals.LineTotal(UnitPrice, Quantity) - Discount + Tax);

    public static StoredLine Of(VariantOffer offer, int quantity) =>
        new(offer.Sku, offer.ProductId, offer.Title, offer.Options, quantity, offer.Price, offer.ImageUrl, offer.Category);

    public CartLine ToContract() => new()
    {
        Sku = Sku,
        ProductId = ProductId,
        Title = Title,
        Options = Options,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
        LineTotal = CartTotals.LineTotal(UnitPrice, Quantity),
        ImageUrl = ImageUrl,
    };

    public static StoredLine Of(CartLine line) =>
        new(line.Sku, line.ProductId, line.Title, line.Options, line.Quantity, line.UnitPrice, line.ImageUrl);
}
