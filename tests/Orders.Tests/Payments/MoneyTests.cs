using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Tests.Payments;

public class MoneyTests
{
    [Theory]
    [InlineData(0, "EUR", "0.00 EUR")]
    [InlineData(5, "EUR", "0.05 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(123456789, "USD", "1,234,567.89 USD")]
    [InlineData(1500, "JPY", "1,500 JPY")]
    [InlineData(-1500, "JPY", "-1,500 JPY")]
    [InlineData(1, "KWD", "0.001 KWD")]
    [InlineData(-12345, "BHD", "-12.345 BHD")]
    [InlineData(long.MaxValue, "EUR", "92,233,720,368,547,758.07 EUR")]
    [InlineData(long.MinValue, "JPY", "-9,223,372,036,854,775,808 JPY")]
    public void MinorUnits_ShowEveryDigitOfTheirCurrency(long minor, string currency, string shown) =>
        Assert.Equal(shown, Money.Show(minor, currency));
}
