using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Binds a yes to exactly what was shown: change a price, a line, the address or the cart, and the old yes no longer fits.</summary>
internal static class Confirmation
{
    public static string Of(Quote quote) => Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        quote.CheckoutId,
        quote.CartId,
        quote.OwnerId,
        quote.CartVersion,
        Lines = quote.Lines.Select(line => new { line.Sku, line.Quantity, line.UnitPrice }),
        quote.Total,
        Totals = quote.Rows(),
        quote.CouponCodes,
        quote.ShippingMethodId,
        quote.ShipTo,
        quote.Currency,
        quote.BuyerName,
        quote.BuyerEmail,
        quote.BuyerAddress,
    })));

    public static bool Matches(Quote quote, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(quote.Confirmation), Encoding.UTF8.GetBytes(given));
}
