namespace EcommerceBot.Tools.Contracts.Requests;

/// <summary>Asked by Conversations: call one shop tool for one customer; answered with <see cref="ToolResult"/>, also when the tool refuses. A tool with an effect acts once per key.</summary>
public sealed record InvokeTool
{
    /// <summary>A tool name as in <c>tools/list</c>, such as <c>search_catalog</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>The arguments as a JSON object, checked against the tool's input schema.</summary>
    public required string Arguments { get; init; }

    /// <summary>Whose cart, checkouts and orders the tool may touch.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Whom the sender has verified this customer to have been as a guest; lets <c>merge_cart</c> take that guest's cart over.</summary>
    public string? GuestOwnerId { get; init; }

    /// <summary>Idempotency key of this call; asking again after a time-out uses the same one.</summary>
    public required string Key { get; init; }
}

/// <summary>Answered by Tools: what the tool found, did or refused.</summary>
public sealed record ToolResult
{
    /// <summary>True where the tool refused; <see cref="Text"/> then says what to do next.</summary>
    public required bool IsError { get; init; }

    /// <summary>True where the module behind the tool gave no answer in time: whether it acted is unknown, and the same key asks again.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>The structured content as a JSON object: one of the records in <c>Contracts/Results</c>, snake_case; a refusal is <c>ToolRefusal</c>.</summary>
    public required string Content { get; init; }

    /// <summary>The same for a reader without schemas.</summary>
    public required string Text { get; init; }
}
