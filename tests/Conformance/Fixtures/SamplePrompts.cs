using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

[McpServerPromptType]
internal static class SamplePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("A prompt without arguments.")]
    public static string Simple() => "This is a simple prompt for testing.";

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("A prompt with two arguments.")]
    public static string WithArguments([Description("First test argument")] string arg1, [Description("Second test argument")] string arg2) =>
        $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'";

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("A prompt with a resource.")]
    public static IEnumerable<PromptMessage> WithResource([Description("URI of the resource to embed")] string resourceUri) =>
    [
        Said(new EmbeddedResourceBlock { Resource = new TextResourceContents { Uri = resourceUri, MimeType = "text/plain", Text = "Embedded resource content for testing." } }),
        Said(new TextContentBlock { Text = "Please process the embedded resource above." }),
    ];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("A prompt with a picture.")]
    public static IEnumerable<PromptMessage> WithPicture() =>
        [Said(ImageContentBlock.FromBytes(Sample.Picture, "image/png")), Said(new TextContentBlock { Text = "Please analyze the image above." })];

    [McpServerPrompt(Name = "test_input_required_result_prompt"), Description("A prompt that needs to ask first.")]
    public static string Asking(RequestContext<GetPromptRequestParams> context) =>
        context.Params?.InputResponses?.TryGetValue("user_context", out var answer) == true
            ? $"Use this context: {answer.RawValue.GetRawText()}"
            : throw Questions.Of(("user_context", Questions.Ask("What context should the prompt use?", "context")));

    private static PromptMessage Said(ContentBlock content) => new() { Role = Role.User, Content = content };
}
