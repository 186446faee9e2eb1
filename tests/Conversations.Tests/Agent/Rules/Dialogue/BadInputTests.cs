using System.Text.Json;
using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;
using EcommerceBot.Conversations.Tests.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>Whatever is written gets an answer within the limits, and random words have no effect.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Alphabet =
    [
        "boots", "the", "sure thing", "pay", "\ud800", "👍", "{}", "add:", "42", "#", "'", "\"", "\u0000", "\u202e", "café", "<b>", "\n", ".",
        "2 of", "🏔️", "مرحبا", "不", "-1", "99999999999",
    ];

    [Fact]
    public async Task NaughtyStrings_AreAnswered_WithoutEffect() =>
        await AnswerEachAsync(
            JsonSerializer.Deserialize<List<string>>(
                await File.ReadAllTextAsync(SharedData.Find("bad-input/blns.json"), TestContext.Current.CancellationToken))!);

    [Fact]
    public async Task SupportUtterances_AreAnswered_WithoutEffect() =>
        await AnswerEachAsync([.. SupportUtterances.Read().Select(row => row.Text)]);

    [Fact]
    public async Task RandomWords_AreAnswered_AndNeverPay()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 40; round++)
        {
            var shop = new FakeShop();
            var shopper = new Shopper(shop);
            await BuyersIn.CartAsync(shopper);
            await shopper.SaysAsync("checkout");
            for (var turn = 0; turn < 12; turn++)
                await shopper.SaysAsync(
                    string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
            Assert.Equal(0, shop.Count("complete_checkout"));
        }
    }

    [Fact]
    public async Task VeryLongText_IsAnswered()
    {
        var shopper = new Shopper(new FakeShop());

        await shopper.SaysAsync(string.Concat(Enumerable.Repeat("boots and socks to my cart ", 2000)));
        await shopper.SaysAsync(new string('a', 100_000));
        await shopper.SaysAsync(string.Concat(Enumerable.Repeat("e\u0301", 5000)));

        Assert.NotEmpty(shopper.Replies);
    }

    [Fact]
    public async Task Memory_StaysSmall_WithTheLongestAnswers()
    {
        var shop = new FakeShop();
        var shopper = new Shopper(shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync(new string('é', 100));
        await shopper.SaysAsync(string.Concat(Enumerable.Repeat("Straße 1 ", 55)));

        await shopper.SaysAsync("socks");

        Assert.Contains("sock1", shopper.Memory, StringComparison.Ordinal);
    }

    // The wishes of some utterances are to change an order or a cart that is not there: those may be tried, on nothing.
    private static async Task AnswerEachAsync(IReadOnlyList<string> texts)
    {
        var shop = new FakeShop();
        var fresh = new Func<Shopper>(() => new Shopper(shop));
        var longTalk = new Shopper(shop);
        foreach (var text in texts)
        {
            var shopper = fresh();
            await shopper.SaysAsync(text);
            Assert.True(shopper.Replies.Count > 0, $"No answer to: {text}");

            await longTalk.SaysAsync(text);
            Assert.True(longTalk.Replies.Count > 0, $"No answer to: {text}");
        }

        Assert.Empty(shop.Effects);
    }
}
