using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Language;

/// <summary>The languages the rules speak: every embedded <c>Language/*.json</c> with its <c>*.replies.json</c>.</summary>
internal static class Languages
{
    public const string Default = "en";

    private const string RepliesSuffix = ".replies.json";
    private static readonly string Prefix = typeof(Languages).Namespace + ".";

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

    private static IEnumerable<LanguageFile> Read() =>
        from name in typeof(Languages).Assembly.GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(RepliesSuffix, StringComparison.Ordinal)
        let file = Read<LanguageFile>(name)
        select file with { Replies = Read<Dictionary<string, string>>(Prefix + file.Code + RepliesSuffix) };

    private static T Read<T>(string name)
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded: add the file to the Language folder.");
        return JsonSerializer.Deserialize<T>(stream, Format) ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }
}
