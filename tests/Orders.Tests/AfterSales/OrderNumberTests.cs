using EcommerceBot.Orders.AfterSales;

namespace EcommerceBot.Orders.Tests.AfterSales;

public class OrderNumberTests
{
    [Fact]
    public void FiftyThousandNumbers_AreAllDifferentAndReadable()
    {
        var numbers = Enumerable.Range(0, 50_000).Select(_ => OrderNumber.New()).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Matches("^EB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$", number));
    }

    [Theory]
    [InlineData("EB-7K3M-9QXT")]
    [InlineData("eb-7k3m-9qxt")]
    [InlineData(" EB 7K3M 9QXT. ")]
    [InlineData("EB7K3M9QXT")]
    [InlineData("7k3m-9qxt")]
    [InlineData("#7K3M9QXT")]
    public void TypedAnyWay_IsTheSameNumber(string typed) => Assert.Equal("EB-7K3M-9QXT", OrderNumber.Normalize(typed));

    [Fact]
    public void NumberThatItselfBeginsLikeThePrefix_IsFoundWithAndWithoutIt()
    {
        Assert.Equal("EB-EB7K-M9QX", OrderNumber.Normalize("EB7KM9QX"));
        Assert.Equal("EB-EB7K-M9QX", OrderNumber.Normalize("eb-eb7k-m9qx"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EB-")]
    [InlineData("EB-7K3M-9QX")]
    [InlineData("%' OR 1=1 --")]
    public void Nonsense_IsNoNumber(string typed) => Assert.DoesNotMatch("^EB-.{4}-.{4}$", OrderNumber.Normalize(typed));
}
