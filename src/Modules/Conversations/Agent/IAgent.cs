namespace EcommerceBot.Conversations.Agent;

/// <summary>
/// Decides what to say in one turn. Two stand behind this seam: the deterministic rules and, when a model is configured, a language model.
/// An agent holds no authority: it acts only through <see cref="IToolCaller"/>, and it may be run again for the same turn after a crash,
/// in which case the caller replays the results it already has.
/// </summary>
internal interface IAgent
{
    /// <summary>Answers the turn's messages, oldest first. Throws only when the turn should be tried again.</summary>
    Task<AgentReply> RunAsync(AgentTurn turn, IToolCaller tools, CancellationToken cancellationToken);
}

/// <summary>
/// Calls a shop tool for the conversation's own customer; journalled, so that a re-run of the turn gets the recorded result instead of a
/// second effect.
/// </summary>
internal interface IToolCaller
{
    /// <param name="tool">A tool name, such as <c>search_catalog</c>.</param>
    /// <param name="arguments">Serialised as snake_case JSON.</param>
    Task<ToolOutcome> CallAsync(string tool, object arguments, CancellationToken cancellationToken);
}

/// <summary>
/// What a tool answered: <paramref name="Content"/> is the JSON object that Tools describes (a <c>ToolRefusal</c> when <paramref
/// name="IsError"/>).
/// </summary>
internal sealed record ToolOutcome(bool IsError, string Content);
