using EcommerceBot.Conversations.Agent.Rules.Dialogue;
using EcommerceBot.Conversations.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Agent.Rules;

/// <summary>
/// The agent that needs no model: patterns tell what is wanted, small handlers answer from the tools' results. The same turn with the same
/// results gives the same replies. Nothing is paid without a yes to the review that was shown last.
/// </summary>
internal sealed class RulesAgent : IAgent
{
    public async Task<AgentReply> RunAsync(AgentTurn turn, IToolCaller tools, CancellationToken cancellationToken)
    {
        var talk = new Talk(turn, new ShopTools(tools), MemoryJson.Read(turn.Memory), cancellationToken);
        var unread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in turn.Messages)
        {
            // After "a person, please" the rest is for that person; the shop's own news is still told.
            if (talk.HandOff && message is not NoticeContent)
                continue;
            await AnswerAsync(talk, message, unread);
        }

        return new AgentReply { Messages = talk.Replies, Memory = MemoryJson.Write(talk.Memory), HandOff = talk.HandOff };
    }

    private static async Task AnswerAsync(Talk talk, InboundContent message, HashSet<string> unread)
    {
        switch (message)
        {
            case NoticeContent notice:
                NoticeTalk.Tell(talk, notice);
                return;
            case UnsupportedContent unsupported:
                // Ten pictures in a row get one answer.
                if (unread.Add(unsupported.Kind))
                    SmallTalk.Unsupported(talk, unsupported.Kind);
                return;
        }

        var question = talk.Memory.Pending;
        talk.BeginMessage();
        await (message switch
        {
            ActionContent action => ActionTalk.AnswerAsync(talk, action),
            TextContent text => TextTalk.AnswerAsync(talk, text.Text),
            _ => Task.CompletedTask,
        });
        OpenQuestions.Settle(talk, question);
    }
}
