using System.ComponentModel;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>What the suite looks at to see that the server keeps nothing between requests of revision 2026-07-28.</summary>
[McpServerToolType]
internal static class StatelessTools
{
    /// <summary>Tools that change what the server lists, so that a listening client hears of it.</summary>
    public static IReadOnlyList<McpServerTool> Changing { get; } =
    [
        McpServerTool.Create(ChangeTools, new McpServerToolCreateOptions { Name = "test_trigger_tool_change", Description = "Adds a tool and takes it away again." }),
        McpServerTool.Create(ChangePrompts, new McpServerToolCreateOptions { Name = "test_trigger_prompt_change", Description = "Adds a prompt and takes it away again." }),
    ];

    [McpServerTool(Name = "test_missing_capability"), Description("Cannot work without sampling.")]
    public static string NeedsSampling(McpServer server, RequestContext<CallToolRequestParams> context) =>
        (context.JsonRpcRequest.Context?.ClientCapabilities ?? server.ClientCapabilities)?.Sampling is not null
            ? "The client can sample."
            : throw new MissingRequiredClientCapabilityException(new ClientCapabilities { Sampling = new SamplingCapability() });

    [McpServerTool(Name = "test_streaming_elicitation"), Description("Asks the user within its answer.")]
    public static string Ask(RequestContext<CallToolRequestParams> context) => context.Params?.InputResponses is not null
        ? "Answered."
        : throw Questions.Of(("confirm", Questions.Confirm()));

    [McpServerTool(Name = "test_logging_tool"), Description("Logs for clients that asked for it.")]
    public static string Log(McpServer server)
    {
        using var provider = server.AsClientLoggerProvider();
        provider.CreateLogger("conformance").Log(LogLevel.Information, "The tool ran.");
        return "Logged.";
    }

    private static string ChangeTools(McpServer server)
    {
        var passing = McpServerTool.Create(() => "Gone soon.", new McpServerToolCreateOptions { Name = "test_passing", Description = "Comes and goes." });
        server.ServerOptions.ToolCollection!.Add(passing);
        server.ServerOptions.ToolCollection.Remove(passing);
        return "Changed.";
    }

    private static string ChangePrompts(McpServer server)
    {
        var passing = McpServerPrompt.Create(() => "Gone soon.", new McpServerPromptCreateOptions { Name = "test_passing", Description = "Comes and goes." });
        server.ServerOptions.PromptCollection!.Add(passing);
        server.ServerOptions.PromptCollection.Remove(passing);
        return "Changed.";
    }
}
