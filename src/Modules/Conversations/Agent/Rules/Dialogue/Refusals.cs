using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Turns a tool's refusal into a kind sentence. The tool's own words are for agents and are not shown.</summary>
internal static class Refusals
{
    public static void Tell(Talk talk, ToolRefusal refusal)
    {
        var key = "refused_" + refusal.Code;
        talk.Send(Reply.Buttons(
            string.Join('\n', CartNewsTalk.Sentences(talk, refusal.News).Prepend(talk.Words(talk.Knows(key) ? key : "refused"))),
            talk.Option("cart", "button_cart"), talk.Option("browse", "button_browse"), talk.Option("human", "button_human")));
    }
}
