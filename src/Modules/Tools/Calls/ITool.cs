using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>One thing a model or the rules agent can ask of the shop.</summary>
internal interface ITool
{
    ToolCard Card { get; }

    /// <summary>Runs the tool on arguments that <see cref="ArgumentCheck"/> has passed.</summary>
    Task<ToolAnswer> RunAsync(JsonElement arguments, ToolCaller caller, CancellationToken cancellationToken);
}
