namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>One step of a pattern.</summary>
internal abstract record PatternStep;

/// <summary>One of these words; passed over where <paramref name="Optional"/> and absent.</summary>
internal sealed record WordStep(IReadOnlySet<string> Words, bool Optional) : PatternStep;

/// <summary>Any words, also none.</summary>
internal sealed record GapStep : PatternStep;

/// <summary>At least one word, kept under a name; <c>n</c>, <c>order</c> and <c>amount</c> take exactly one word of that kind.</summary>
internal sealed record CaptureStep(string Name) : PatternStep;

/// <summary>A way of saying something, such as <c>add {what} to &lt;cart&gt;</c>.</summary>
internal sealed record Pattern(string Source, IReadOnlyList<PatternStep> Steps)
{
    private readonly IReadOnlyList<IReadOnlySet<string>> _needed =
        [.. Steps.OfType<WordStep>().Where(step => !step.Optional).Select(step => step.Words)];

    /// <summary>False where a word that the pattern cannot do without is missing: most patterns are passed over by this alone.</summary>
    public bool MayMatch(IReadOnlySet<string> readings) => _needed.All(readings.Overlaps);

    /// <summary>
    /// Reads one pattern: <c>word</c>, <c>a|b</c> (either), <c>&lt;class&gt;</c> (any word of that class), <c>?</c> at the end
    /// (may be absent), <c>*</c> (any words), <c>{name}</c> (words to keep).
    /// </summary>
    public static Pattern Parse(string source, IReadOnlyDictionary<string, string[]> classes)
    {
        var steps = source.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Step(part, source, classes));
        return new Pattern(source, [.. steps]);
    }

    private static PatternStep Step(string part, string source, IReadOnlyDictionary<string, string[]> classes)
    {
        if (part == "*")
            return new GapStep();
        if (part is ['{', .., '}'])
            return new CaptureStep(part[1..^1]);

        var optional = part.EndsWith('?');
        var words = part.TrimEnd('?').Split('|').SelectMany(word => Expand(word, source, classes));
        return new WordStep(words.ToHashSet(StringComparer.Ordinal), optional);
    }

    private static IEnumerable<string> Expand(string word, string source, IReadOnlyDictionary<string, string[]> classes)
    {
        if (word is not ['<', .., '>'])
            return [Folding.Fold(word)];
        if (!classes.TryGetValue(word[1..^1], out var members))
            throw new InvalidOperationException($"The pattern \"{source}\" names the class {word}, which its language does not define.");
        return members.Select(Folding.Fold);
    }
}
