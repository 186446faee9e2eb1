namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Lays a pattern over words. Words of courtesy between the steps do not count.</summary>
internal sealed class PatternMatch
{
    private readonly IReadOnlyList<PatternStep> _steps;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Lexicon _lexicon;
    private readonly bool _toTheEnd;
    private readonly Dictionary<string, Range> _captures = [];

    private PatternMatch(Pattern pattern, IReadOnlyList<Token> tokens, Lexicon lexicon, bool toTheEnd) =>
        (_steps, _tokens, _lexicon, _toTheEnd) = (pattern.Steps, tokens, lexicon, toTheEnd);

    /// <summary>The first token after the match.</summary>
    public int End { get; private set; }

    /// <summary>A match of all the tokens, or null.</summary>
    public static PatternMatch? Whole(Pattern pattern, IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        var match = new PatternMatch(pattern, tokens, lexicon, toTheEnd: true);
        return match.Matches(0, 0) ? match : null;
    }

    /// <summary>A match of the tokens from <paramref name="start"/> on, as far as it goes, or null.</summary>
    public static PatternMatch? From(Pattern pattern, IReadOnlyList<Token> tokens, int start, Lexicon lexicon)
    {
        var match = new PatternMatch(pattern, tokens, lexicon, toTheEnd: false);
        return match.Matches(0, start) ? match : null;
    }

    /// <summary>The words kept under <paramref name="name"/>; none where the pattern has no such capture.</summary>
    public IReadOnlyList<Token> Captured(string name) =>
        _captures.TryGetValue(name, out var range) ? [.. _tokens.Take(range)] : [];

    private bool Matches(int step, int at)
    {
        if (step == _steps.Count)
            return AtEnd(at);

        return _steps[step] switch
        {
            WordStep word => MatchesWord(word, step, at),
            CaptureStep capture => MatchesCapture(capture, step, at),
            _ => MatchesGap(step, at),
        };
    }

    private bool AtEnd(int at)
    {
        End = at;
        while (_toTheEnd && at < _tokens.Count && _lexicon.IsFiller(_tokens[at]))
            at++;
        return !_toTheEnd || at == _tokens.Count;
    }

    private bool MatchesWord(WordStep word, int step, int at)
    {
        if (at < _tokens.Count && _tokens[at].Readings.Any(word.Words.Contains) && Matches(step + 1, at + 1))
            return true;
        if (word.Optional && Matches(step + 1, at))
            return true;
        return at < _tokens.Count && _lexicon.IsFiller(_tokens[at]) && Matches(step, at + 1);
    }

    private bool MatchesGap(int step, int at)
    {
        for (var next = at; next <= _tokens.Count; next++)
        {
            if (Matches(step + 1, next))
                return true;
        }

        return false;
    }

    private bool MatchesCapture(CaptureStep capture, int step, int at)
    {
        var kind = _lexicon.KindOf(capture.Name);
        if (kind is not null)
            return MatchesOne(capture.Name, kind, step, at);

        for (var next = at + 1; next <= _tokens.Count; next++)
        {
            if (Matches(step + 1, next))
                return Keep(capture.Name, at, next);
        }

        return false;
    }

    private bool MatchesOne(string name, Predicate<Token> kind, int step, int at)
    {
        if (at >= _tokens.Count)
            return false;
        if (kind(_tokens[at]) && Matches(step + 1, at + 1))
            return Keep(name, at, at + 1);
        return _lexicon.IsFiller(_tokens[at]) && MatchesOne(name, kind, step, at + 1);
    }

    private bool Keep(string name, int from, int to)
    {
        _captures[name] = from..to;
        return true;
    }
}
