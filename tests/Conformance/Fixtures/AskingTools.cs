using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>Tools that ask the client back over its session, as the revisions up to 2025-11-25 do.</summary>
[McpServerToolType]
internal static class AskingTools
{
    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model.")]
    public static async Task<string> SampleAsync(McpServer server, [Description("What to ask.")] string prompt, CancellationToken cancellationToken)
    {
        var question = new CreateMessageRequestParams
        {
            Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] }],
            MaxTokens = 100,
        };
        var answer = await server.SampleAsync(question, cancellationToken);
        return $"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the client's user.")]
    public static Task<string> AskAsync(McpServer server, [Description("What to show.")] string message, CancellationToken cancellationToken) =>
        ElicitAsync(server, "User response", message, """
            {"type":"object","required":["username","email"],"properties":{
                "username":{"type":"string","description":"User's response"},"email":{"type":"string","description":"User's email address"}}}
            """, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Asks with a default for each primitive type.")]
    public static Task<string> DefaultsAsync(McpServer server, CancellationToken cancellationToken) =>
        ElicitAsync(server, "Elicitation completed", "Please check the values.", """
            {"type":"object","properties":{
                "name":{"type":"string","default":"John Doe"},"age":{"type":"integer","default":30},"score":{"type":"number","default":95.5},
                "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},"verified":{"type":"boolean","default":true}}}
            """, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Asks with each form of a choice.")]
    public static Task<string> ChoicesAsync(McpServer server, CancellationToken cancellationToken) =>
        ElicitAsync(server, "Elicitation completed", "Please choose.", """
            {"type":"object","properties":{
                "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
                "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},{"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
                "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],"enumNames":["Option One","Option Two","Option Three"]},
                "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},
                "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},{"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}}}
            """, cancellationToken);

    private static async Task<string> ElicitAsync(McpServer server, string heading, string message, string schema, CancellationToken cancellationToken)
    {
        var question = new ElicitRequestParams { Message = message, RequestedSchema = Schema(schema) };
        var answer = await server.ElicitAsync(question, cancellationToken);
        return $"{heading}: action={answer.Action}, content={JsonSerializer.Serialize(answer.Content)}";
    }

    private static ElicitRequestParams.RequestSchema Schema(string json) =>
        JsonSerializer.Deserialize<ElicitRequestParams.RequestSchema>(json, McpJsonUtilities.DefaultOptions)!;
}
