using EcommerceBot.Orders.Tests.Sample;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Tests;

/// <summary>A setting that cannot be served stops the start, and the sentence names it.</summary>
public class OptionsTests
{
    [Theory]
    [InlineData("Payments:Provider", "Stripe", "Payments:Stripe:SecretKey is missing")]
    [InlineData("Payments:Provider", "Cash", "Payments:Provider should be Sandbox or Stripe")]
    [InlineData("Payments:Provider", "", "Provider")]
    [InlineData("Checkout:QuoteLifetime", "00:00:00", "QuoteLifetime")]
    [InlineData("Checkout:PaymentWindow", "2.00:00:00", "PaymentWindow")]
    [InlineData("Checkout:StockGrace", "-00:00:01", "StockGrace")]
    [InlineData("Shop:PublicUrl", "shop.example", "Shop:PublicUrl should be an absolute URL")]
    [InlineData("Shop:Currency", "Euro", "Shop:Currency should be an ISO 4217 code")]
    public async Task SettingOutOfBounds_StopsTheStart(string key, string value, string said)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => Till.OpenAsync(Store.Embedded, (key, value)));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }
}
