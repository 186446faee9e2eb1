using System.Text.RegularExpressions;
using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Language;

public sealed partial class LanguageTests
{
    public static TheoryData<string> Codes => [.. Languages.All.Keys];

    [Fact]
    public void EnglishSpanishAndPortuguese_AreSpoken() => Assert.Equal(["en", "es", "pt"], Languages.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryLanguage_SaysEverything_WithTheSameBlanks(string code)
    {
        var english = Languages.Of("en").File.Replies;
        var other = Languages.Of(code).File.Replies;

        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        Assert.All(english, reply => Assert.Equal(Blanks(reply.Value), Blanks(other[reply.Key])));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryButton_FitsTheNarrowestChannel(string code)
    {
        var titles = Languages.Of(code).File.Replies.Where(reply => reply.Key.StartsWith("button_", StringComparison.Ordinal)
            || reply.Key.StartsWith("label_", StringComparison.Ordinal));

        Assert.All(
            titles,
            reply => Assert.InRange(
                reply.Value
                    .Replace("{n}", "99", StringComparison.Ordinal)
                    .Replace("{number}", "EB-1234567", StringComparison.Ordinal).Length,
                1,
                20));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryServiceTopic_HasAnAnswer(string code)
    {
        var file = Languages.Of(code).File;

        Assert.All(file.Rules.Where(rule => rule.Topic is not null), rule => Assert.Contains("topic_" + rule.Topic, file.Replies.Keys));
    }

    [Theory]
    [InlineData("hola", "es", "Greeting")]
    [InlineData("estoy buscando botas de montaña", "es", "Search")]
    [InlineData("¿tienen camisetas rojas por menos de 30 euros?", "es", "Search")]
    [InlineData("ver mi carrito", "es", "ShowCart")]
    [InlineData("añade 2 al carrito", "es", "Add")]
    [InlineData("quita las botas", "es", "Remove")]
    [InlineData("quiero pagar", "es", "Checkout")]
    [InlineData("sí", "es", "Yes")]
    [InlineData("¿dónde está mi pedido?", "es", "OrderStatus")]
    [InlineData("quiero cancelar mi pedido", "es", "CancelOrder")]
    [InlineData("quiero hablar con una persona", "es", "Human")]
    [InlineData("muchas gracias", "es", "Thanks")]
    [InlineData("escribe un poema sobre el mar", "es", "OffTopic")]
    [InlineData("oi", "pt", "Greeting")]
    [InlineData("estou procurando botas de caminhada", "pt", "Search")]
    [InlineData("vocês têm tênis até 200 reais?", "pt", "Search")]
    [InlineData("mostrar o carrinho", "pt", "ShowCart")]
    [InlineData("adicionar ao carrinho", "pt", "Add")]
    [InlineData("remover as botas", "pt", "Remove")]
    [InlineData("quero finalizar a compra", "pt", "Checkout")]
    [InlineData("sim", "pt", "Yes")]
    [InlineData("onde está o meu pedido?", "pt", "OrderStatus")]
    [InlineData("quero falar com um atendente", "pt", "Human")]
    [InlineData("muito obrigado", "pt", "Thanks")]
    [InlineData("hello, do you have boots?", "en", "Search")]
    public void Language_IsHeard(string text, string language, string kind)
    {
        var heard = Interpreter.Hear(text, language == "en" ? "es" : "en", exponent: 2);

        Assert.Equal((language, kind), (heard.Language, Assert.Single(heard.Intents).Kind.ToString()));
    }

    [Theory]
    [InlineData("botas", "es")]
    [InlineData("12", "es")]
    [InlineData("M", "pt")]
    public void WordsOfNoLanguage_KeepTheOneSpoken(string text, string language) =>
        Assert.Equal(language, Interpreter.Hear(text, language, 2).Language);

    private static IEnumerable<string> Blanks(string reply) => Blank().Matches(reply).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Blank();
}
