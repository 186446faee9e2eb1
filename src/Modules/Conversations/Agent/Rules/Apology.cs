using EcommerceBot.Conversations.Agent.Rules.Dialogue;
using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Agent.Rules;

/// <summary>What is said when no agent could answer. It needs nothing that could fail as they did: no tool, no model, no readable memory.</summary>
internal static class Apology
{
    /// <param name="memory">As the agent left it, if it ever did.</param>
    /// <param name="texts">What the shopper wrote in the turn, oldest first; it decides the language where it is clear.</param>
    public static OutgoingMessage For(string? memory, IEnumerable<string> texts)
    {
        var language = texts.Aggregate(MemoryJson.Read(memory).Language, (spoken, text) => LanguageGuess.Of(text, spoken).File.Code);
        return Reply.Text(Languages.Of(language).File.Replies["turn_failed"]);
    }
}
