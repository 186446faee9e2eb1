using System.Text;
using EcommerceBot.Host.Errors;

namespace EcommerceBot.Host.Tests.Errors;

public sealed class AgeTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("1.5h", 5400)]
    [InlineData("7d", 604800)]
    public void NumberAndUnit_IsThatLong(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Age.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("2")]
    [InlineData("-2h")]
    [InlineData("0s")]
    [InlineData("2 h")]
    [InlineData("1e9d")]
    [InlineData("99999999d")]
    public void AnythingElse_IsNoAge(string text) => Assert.Null(Age.Parse(text));

    [Theory]
    [InlineData("plain", 64, "plain")]
    [InlineData("longer", 4, "long…")]
    [InlineData("aé", 2, "a…")]
    [InlineData("\u001b[2J", 64, "0x1b5b324a")]
    public void Body_IsTextOnlyWhereItIsSafeToPrint(string body, int most, string shown) => Assert.Equal(shown, BodyText.First(Encoding.UTF8.GetBytes(body), most));
}
