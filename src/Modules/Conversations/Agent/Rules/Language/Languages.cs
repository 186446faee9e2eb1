using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Language;

/// <summary>The languages the rules speak: every embedded <c>Language/*.json</c>.</summary>
internal static class Languages
{
    public const string Default = "en";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>By ISO 639-1 code.</summary>
    public static FrozenDictionary<string, Lexicon> All { get; } =
        Read().Select(file => new Lexicon(file)).ToFrozenDictionary(lexicon => lexicon.File.Code, StringComparer.Ordinal);

    /// <summary>The lexicon of a remembered code; English where that language is not spoken any more.</summary>
    public static Lexicon Of(string code) => All.GetValueOrDefault(code) ?? All[Default];

    private static IEnumerable<LanguageFile> Read()
    {
        var assembly = typeof(Languages).Assembly;
        var prefix = typeof(Languages).Namespace + ".";
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<LanguageFile>(stream, Format)
                ?? throw new InvalidOperationException($"The embedded language {name} is empty.");
        }
    }
}
