using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>Tools that need something of the client first, as the revision 2026-07-28 asks for it: in the answer, without a session.</summary>
[McpServerToolType]
internal static class InputTools
{
    [McpServerTool(Name = "test_input_required_result_elicitation"), Description("Needs a name.")]
    public static string Name(RequestContext<CallToolRequestParams> context) => Answers.Text(context.Params, "user_name", "name") is { } name
        ? $"Hello, {name}!"
        : throw Questions.Of(("user_name", Questions.Ask("What is your name?", "name")));

    [McpServerTool(Name = "test_input_required_result_sampling"), Description("Needs the client's model.")]
    public static string Capital(RequestContext<CallToolRequestParams> context) => Answers.Of(context.Params, "capital_question") is { } answer
        ? $"The model said: {answer.GetRawText()}"
        : throw Questions.Of(("capital_question", Questions.Sample("What is the capital of France?", 100)));

    [McpServerTool(Name = "test_input_required_result_list_roots"), Description("Needs the client's roots.")]
    public static string Roots(RequestContext<CallToolRequestParams> context) => Answers.Of(context.Params, "client_roots") is { } answer
        ? $"Roots: {answer.GetRawText()}"
        : throw Questions.Of(("client_roots", Questions.Roots()));

    [McpServerTool(Name = "test_input_required_result_multiple_inputs"), Description("Needs three things at once.")]
    public static string Several(RequestContext<CallToolRequestParams> context)
    {
        string[] keys = ["user_name", "greeting", "client_roots"];
        if (SignedState.Read(context.Params?.RequestState) == "several" && keys.All(key => Answers.Of(context.Params, key) is not null))
            return string.Join(' ', keys.Select(key => Answers.Of(context.Params, key)!.Value.GetRawText()));
        throw Questions.Of("several",
            ("user_name", Questions.Ask("What is your name?", "name")), ("greeting", Questions.Sample("Generate a greeting", 50)), ("client_roots", Questions.Roots()));
    }

    [McpServerTool(Name = "test_input_required_result_multi_round"), Description("Needs two things one after the other.")]
    public static string Rounds(RequestContext<CallToolRequestParams> context) => (SignedState.Read(context.Params?.RequestState), context.Params) switch
    {
        (null, _) => throw Questions.Of("one", ("step1", Questions.Ask("Step 1: What is your name?", "name"))),
        ("one", var asked) when Answers.Text(asked, "step1", "name") is { } name => throw Questions.Of($"two:{name}", ("step2", Questions.Ask("Step 2: What is your favorite color?", "color"))),
        (['t', 'w', 'o', ':', .. var name], var asked) when Answers.Text(asked, "step2", "color") is { } color => $"{name} likes {color}.",
        _ => throw new McpProtocolException("The answer to the question before is missing.", McpErrorCode.InvalidParams),
    };

    [McpServerTool(Name = "test_input_required_result_request_state"), Description("Gives a state out and takes it back.")]
    public static string State(RequestContext<CallToolRequestParams> context) => SignedState.Read(context.Params?.RequestState) == "confirm"
        ? "state-ok"
        : throw Questions.Of("confirm", ("confirm", Questions.Confirm()));

    [McpServerTool(Name = "test_input_required_result_tampered_state"), Description("Gives a signed state out and refuses another one.")]
    public static string Tampered(RequestContext<CallToolRequestParams> context) => State(context);

    [McpServerTool(Name = "test_input_required_result_capabilities"), Description("Asks only for what the client can do.")]
    public static string Capable(McpServer server, RequestContext<CallToolRequestParams> context)
    {
        var able = context.JsonRpcRequest.Context?.ClientCapabilities ?? server.ClientCapabilities;
        var questions = new List<(string, InputRequest)>();
        if (able?.Sampling is not null)
            questions.Add(("greeting", Questions.Sample("Generate a greeting", 50)));
        if (able?.Elicitation is not null)
            questions.Add(("user_name", Questions.Ask("What is your name?", "name")));
        return questions.Count > 0 && context.Params?.InputResponses is null ? throw Questions.Of([.. questions]) : "Nothing to ask.";
    }

    private static class Answers
    {
        public static JsonElement? Of(RequestParams? asked, string key) =>
            asked?.InputResponses?.TryGetValue(key, out var answer) == true && answer.RawValue.ValueKind == JsonValueKind.Object ? answer.RawValue : null;

        public static string? Text(RequestParams? asked, string key, string field) =>
            Of(asked, key) is { } answer && answer.TryGetProperty("content", out var content) && content.TryGetProperty(field, out var value) ? value.ToString() : null;
    }
}
