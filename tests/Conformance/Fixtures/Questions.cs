using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>What the fixtures ask of the client before they answer.</summary>
internal static class Questions
{
    public static InputRequiredException Of(params (string Key, InputRequest Question)[] questions) =>
        new(questions.ToDictionary(x => x.Key, x => x.Question), null);

    /// <param name="state">Comes back signed, so that the client cannot make one up.</param>
    /// <param name="questions">By the key under which the answer comes.</param>
    public static InputRequiredException Of(string state, params (string Key, InputRequest Question)[] questions) =>
        new(questions.ToDictionary(x => x.Key, x => x.Question), SignedState.Write(state));

    public static InputRequest Ask(string message, string field) =>
        Elicit(message, $$$"""{"type":"object","properties":{"{{{field}}}":{"type":"string"}},"required":["{{{field}}}"]}""");

    public static InputRequest Confirm() => Elicit("Please confirm", """{"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"]}""");

    public static InputRequest Sample(string text, int tokens) => InputRequest.ForSampling(new CreateMessageRequestParams
    {
        Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = text }] }],
        MaxTokens = tokens,
    });

    public static InputRequest Roots() => InputRequest.ForRootsList(new ListRootsRequestParams());

    private static InputRequest Elicit(string message, string schema) => InputRequest.ForElicitation(new ElicitRequestParams
    {
        Message = message,
        RequestedSchema = JsonSerializer.Deserialize<ElicitRequestParams.RequestSchema>(schema, McpJsonUtilities.DefaultOptions),
    });
}
