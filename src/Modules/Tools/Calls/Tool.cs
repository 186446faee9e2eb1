using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>A tool with a typed input and a typed result.</summary>
internal abstract class Tool<TInput, TResult>(ToolCard card) : ITool
    where TInput : class
    where TResult : class
{
    public ToolCard Card => card;

    public async Task<ToolAnswer> RunAsync(JsonElement arguments, ToolCaller caller, CancellationToken cancellationToken) =>
        await HandleAsync(arguments.Deserialize<TInput>(ToolJson.Input)!, caller, cancellationToken);

    protected abstract Task<ToolAnswer<TResult>> HandleAsync(TInput input, ToolCaller caller, CancellationToken cancellationToken);
}
