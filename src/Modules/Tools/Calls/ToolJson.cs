using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace EcommerceBot.Tools.Calls;

/// <summary>The JSON of arguments and results: snake_case, numbers are numbers.</summary>
internal static class ToolJson
{
    /// <summary>Arguments: only what the input record knows, each property at most once.</summary>
    public static JsonSerializerOptions Input { get; } = Frozen(new(Output())
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    });

    /// <summary>Results and refusals.</summary>
    public static JsonSerializerOptions Result { get; } = Frozen(Output());

    private static JsonSerializerOptions Output() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Letters of all scripts stay readable (and cheap in tokens); what HTML could misread stays escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }
}
