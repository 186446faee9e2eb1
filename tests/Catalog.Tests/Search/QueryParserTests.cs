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
    [InlineData("quiero unas botas de montaña", "botas montana")]
    [InlineData("procuro um relógio", "relogio")]
    [InlineData("explorer 45L", "explorer 45l")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("what do you have", "")]
    [InlineData("?!…", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Sentence_LeavesItsTellingWords(string? text, string words) => Assert.Equal(words, string.Join(' ', QueryParser.Parse(text).Words));

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
