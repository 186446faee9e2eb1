using EcommerceBot.Catalog.Search;

namespace EcommerceBot.Catalog.Tests.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("hiking boots", "hiking boots")]
    [InlineData("I am looking for hiking boots", "hiking boots")]
    [InlineData("Do you have the T-Shirt, in size M?", "t shirt size m")]
    [InlineData("Women's women’s JACKET jacket", "womens jacket")]
    [InlineData("Café crème", "cafe creme")]
    [InlineData("Straße smørrebrød Łódź", "strasse smorrebrod lodz")]
    [InlineData("quiero unas botas de montaña", "botas montana")]
    [InlineData("procuro um relógio", "relogio")]
    [InlineData("explorer 45L", "explorer 45l")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("what do you have", "")]
    [InlineData("?!…", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Sentence_LeavesItsTellingWords(string? text, string words) => Assert.Equal(words, string.Join(' ', QueryParser.Parse(text).Words));

    [Theory]
    [InlineData("hiking boots under 50", "hiking boots", null, 5000L)]
    [InlineData("boots under $49.90 please", "boots", null, 4990L)]
    [InlineData("tents between 100 and 1,500 euro", "tents", 10000L, 150000L)]
    [InlineData("entre 20 y 40 euros una mochila", "mochila", 2000L, 4000L)]
    [InlineData("mochilas de 20 a 40 euros", "mochilas", 2000L, 4000L)]
    [InlineData("jaqueta até 300 reais", "jaqueta", null, 30000L)]
    [InlineData("gps watch over €150", "gps watch", 15000L, null)]
    [InlineData("more than 20 but less than 40,50 €", "", 2000L, 4050L)]
    [InlineData("from 40 to 20 dollars socks", "socks", 2000L, 4000L)]
    [InlineData("cheaper than 1.000 € laptop", "laptop", null, 100000L)]
    [InlineData("backpack up to 65 liters", "backpack up 65 liters", null, null)]
    [InlineData("tent under 2kg", "tent under 2kg", null, null)]
    [InlineData("tent under 2 kg", "tent under 2 kg", null, null)]
    [InlineData("jacket with at least 4 pockets", "jacket least 4 pockets", null, null)]
    [InlineData("boots size from 40 to 42", "boots size 40 42", null, null)]
    [InlineData("explorer 45L under 100", "explorer 45l", null, 10000L)]
    [InlineData("under", "under", null, null)]
    public void PriceInTheSentence_BecomesBoundsAndLeavesTheWords(string text, string words, long? min, long? max)
    {
        var query = QueryParser.Parse(text);
        Assert.Equal((words, min, max), (string.Join(' ', query.Words), query.Price.Min, query.Price.Max));
    }

    [Fact]
    public void PriceOfACurrencyWithoutDecimals_IsWhole() => Assert.Equal(5000, QueryParser.Parse("under 5000", 0).Price.Max);

    [Fact]
    public void LongPaste_IsReadAtItsBeginning()
    {
        var words = QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"word{number}"))).Words;
        Assert.Equal("word0", words[0]);
        Assert.InRange(words.Count, 1, 12);
    }

    [Theory]
    [InlineData("keyboard", "keybord", 1)]
    [InlineData("keyboard", "kyeboard", 1)]
    [InlineData("keyboard", "keyboarrd", 1)]
    [InlineData("keyboard", "keyb0ard", 1)]
    [InlineData("keyboard", "keyboard", 0)]
    [InlineData("keyboard", "kebord", 2)]
    [InlineData("keyboard", "mouse", 3)]
    [InlineData("", "abc", 3)]
    public void Distance_CountsSlipsUpToItsLimit(string left, string right, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(left, right, 2));
        Assert.Equal(distance, Spelling.Distance(right, left, 2));
    }
}
