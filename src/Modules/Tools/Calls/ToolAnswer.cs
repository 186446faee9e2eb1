using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.Calls;

/// <summary>What a tool came back with: a result record, or a refusal.</summary>
internal class ToolAnswer(object content)
{
    public object Content => content;
    public bool IsRefusal => content is ToolRefusal;

    public static implicit operator ToolAnswer(ToolRefusal refusal) => new(refusal);
}

/// <summary>An answer that can only be a <typeparamref name="TResult"/> or a refusal, so that the output schema cannot lie.</summary>
internal sealed class ToolAnswer<TResult> : ToolAnswer where TResult : class
{
    private ToolAnswer(object content) : base(content)
    {
    }

    public static implicit operator ToolAnswer<TResult>(TResult result) => new(result);
    public static implicit operator ToolAnswer<TResult>(ToolRefusal refusal) => new(refusal);
}
