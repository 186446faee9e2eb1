using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.Calls;

/// <summary>What a tool came back with: a result record, or a refusal.</summary>
internal record ToolAnswer(object Content)
{
    public bool IsRefusal => Content is ToolRefusal;

    public static implicit operator ToolAnswer(ToolRefusal refusal) => new(refusal);
}

/// <summary>An answer that can only be a <typeparamref name="TResult"/> or a refusal, so that the output schema cannot lie.</summary>
internal sealed record ToolAnswer<TResult>(object Content) : ToolAnswer(Content) where TResult : class
{
    public static implicit operator ToolAnswer<TResult>(TResult result) => new((object)result);
    public static implicit operator ToolAnswer<TResult>(ToolRefusal refusal) => new((object)refusal);
}
