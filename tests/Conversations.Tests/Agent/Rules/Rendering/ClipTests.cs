using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Conversations.Agent.Rules.Rendering;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Rendering;

public sealed class ClipTests
{
    [Fact]
    public void TextThatFits_IsKept() => Assert.Equal("boots", Clip.Line("boots", 5));

    [Fact]
    public void LongText_EndsInAnEllipsis() => Assert.Equal("hiki…", Clip.Line("hiking boots", 5));

    [Fact]
    public void Emoji_IsNeverCutInTwo() => Assert.Equal("ab…", Clip.Line("ab👩‍👩‍👧‍👦cd", 8));

    [Fact]
    public void Accent_StaysOnItsLetter() => Assert.Equal("e\u0301…", Clip.Line("e\u0301e\u0301e\u0301", 4));

    [Fact]
    public void Line_HasNoBreaksAndNoInvisibleCharacters() => Assert.Equal("a b", Clip.Line("a\n\u200eb\u0007", 10));

    [Theory]
    [InlineData(1050, "EUR", "en", "€10.50")]
    [InlineData(1050, "EUR", "es", "10,50 €")]
    [InlineData(123456789, "USD", "en", "$1,234,567.89")]
    [InlineData(5000, "JPY", "en", "¥5,000")]
    [InlineData(1500, "KWD", "en", "1.500 KWD")]
    [InlineData(5, "EUR", "en", "€0.05")]
    [InlineData(-500, "EUR", "en", "-€5.00")]
    [InlineData(99900, "BRL", "pt", "R$ 999,00")]
    public void Money_FollowsCurrencyAndLanguage(long minor, string currency, string language, string written) =>
        Assert.Equal(written, Money.Write(minor, currency, Languages.Of(language).File));

    [Fact]
    public void Paragraphs_LoseNoLine()
    {
        var lines = Enumerable.Range(1, 50).Select(i => $"line {i}").ToList();

        var paragraphs = Paragraphs.Of(lines, 100).ToList();

        Assert.All(paragraphs, paragraph => Assert.True(paragraph.Length <= 100));
        Assert.Equal(lines, string.Join('\n', paragraphs).Split('\n'));
    }
}
