using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Shop;

/// <summary>What a tool gave: a result, or why not. Exactly one of the two is set.</summary>
internal sealed record Answer<T>(T? Value, ToolRefusal? Refusal)
    where T : class
{
    /// <summary>The code of the refusal; empty where there is a result.</summary>
    public string Code => Refusal?.Code ?? "";
}
