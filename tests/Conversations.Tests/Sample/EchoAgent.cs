using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>Stands where the real agents stand, and answers as a test says.</summary>
internal sealed class EchoAgent(Func<AgentTurn, IToolCaller, CancellationToken, Task<AgentReply>> answer) : IAgent
{
    public Task<AgentReply> RunAsync(AgentTurn turn, IToolCaller tools, CancellationToken cancellationToken) => answer(turn, tools, cancellationToken);

    /// <summary>One reply for each message, with its text.</summary>
    public static Task<AgentReply> AnswerAsync(AgentTurn turn, IToolCaller tools, CancellationToken cancellationToken) =>
        Task.FromResult(Say([.. turn.Messages.Select(TextOf)]));

    public static AgentReply Say(params string[] texts) => new() { Messages = [.. texts.Select(text => new OutgoingMessage { Type = "text", Text = text })] };

    public static string TextOf(InboundContent content) => content switch
    {
        TextContent text => text.Text,
        ActionContent action => $"[{action.ActionId}] {action.Title}",
        UnsupportedContent unsupported => $"cannot read {unsupported.Kind}",
        NoticeContent notice => $"notice {notice.Notice}",
        _ => throw new InvalidOperationException(content.GetType().Name),
    };
}
