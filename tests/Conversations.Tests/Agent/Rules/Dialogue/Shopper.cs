using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Agent.Rules;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Tests.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>Talks to the rules turn by turn, as a script reads; every reply is checked against the channels' limits.</summary>
internal sealed class Shopper(FakeShop shop, string? name = null, string currency = FakeCatalog.Currency)
{
    private readonly RulesAgent _agent = new();

    public string? Memory { get; private set; }

    public IReadOnlyList<OutgoingMessage> Replies { get; private set; } = [];

    public bool HandedOff { get; private set; }

    public OutgoingMessage Reply => Replies[^1];

    /// <summary>All that was said in the last turn.</summary>
    public string Heard => string.Join('\n', Replies.Select(reply => reply.Text));

    public Task SaysAsync(params string[] texts) => TurnAsync([.. texts.Select(text => new TextContent(text))]);

    /// <summary>Presses the button or row with that title in the last turn's replies.</summary>
    public Task PressesAsync(string title)
    {
        var options = Replies.SelectMany(reply => reply.Options).ToList();
        var option = options.Find(option => option.Title == title);
        Assert.True(option is not null, $"There is no \"{title}\" among: {string.Join(" | ", options.Select(o => o.Title))}");
        return ChoosesAsync(option.Id);
    }

    public Task ChoosesAsync(string actionId) => TurnAsync(new ActionContent(actionId, actionId));

    public Task IsToldAsync<T>(T happened) => TurnAsync(new NoticeContent(typeof(T).Name, JsonSerializer.Serialize(happened)));

    public async Task TurnAsync(params IReadOnlyList<InboundContent> messages)
    {
        var turn = new AgentTurn
        {
            Messages = messages,
            Memory = Memory,
            ShopName = "Fell & Harbour",
            Currency = currency,
            CustomerName = name,
        };
        var reply = await _agent.RunAsync(turn, shop, TestContext.Current.CancellationToken);
        (Memory, Replies, HandedOff) = (reply.Memory, reply.Messages, reply.HandOff);
        ChannelLimits.Check(reply);
    }
}
