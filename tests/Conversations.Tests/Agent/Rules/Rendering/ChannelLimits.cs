using System.Text;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Rendering;

/// <summary>Meta's limits as published, written down here once more so that the rules cannot loosen them.</summary>
internal static class ChannelLimits
{
    public static void Check(AgentReply reply)
    {
        Assert.True(Encoding.UTF8.GetByteCount(reply.Memory ?? "") <= 16 * 1024);
        foreach (var message in reply.Messages)
            Check(message);
    }

    private static void Check(OutgoingMessage message)
    {
        Assert.False(string.IsNullOrWhiteSpace(message.Text));
        Assert.InRange(message.Text.Length, 1, message.Type == "text" ? 4096 : 1024);
        Assert.DoesNotContain("{", Blanks(message.Text), StringComparison.Ordinal);
        Assert.All(message.Options, option => Assert.InRange(option.Id.Length, 1, 200));
        Assert.True((message.Label ?? "").Length <= 20);
        Assert.Equal(message.Options.Count, message.Options.Select(option => option.Id).Distinct().Count());
        switch (message.Type)
        {
            case "buttons":
                Assert.InRange(message.Options.Count, 1, 3);
                Assert.All(message.Options, option => Assert.InRange(option.Title.Length, 1, 20));
                Assert.Equal(message.Options.Count, message.Options.Select(option => option.Title).Distinct().Count());
                break;
            case "list" or "products":
                Assert.InRange(message.Options.Count + message.Products.Count, 1, 10);
                Assert.All(message.Options, option => Assert.InRange(option.Title.Length, 1, 24));
                Assert.All(message.Options, option => Assert.True((option.Description ?? "").Length <= 72));
                Assert.All(message.Products, card => Assert.True((card.Description ?? "").Length <= 72));
                break;
            case "link" or "image":
                Assert.False(string.IsNullOrEmpty(message.Url));
                break;
            default:
                Assert.Equal("text", message.Type);
                break;
        }
    }

    // What the shopper wrote may hold braces; what the rules left unfilled is a word in braces.
    private static string Blanks(string text) =>
        string.Concat(
            System.Text.RegularExpressions.Regex.Matches(
                text,
                @"\{(shop|query|searched|wider|price|n|title|count|total|name|address|number|titles|amount|status|date)\}").Select(match =>
                    match.Value));
}
