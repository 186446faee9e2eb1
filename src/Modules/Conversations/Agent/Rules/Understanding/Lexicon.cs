using System.Collections.Frozen;
using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>A language file made ready for matching.</summary>
internal sealed class Lexicon
{
    private readonly FrozenSet<string> _fillers;
    private readonly FrozenSet<string> _vocabulary;
    private readonly FrozenSet<string> _known;
    private readonly ILookup<int, string> _forgiven;

    public Lexicon(LanguageFile file)
    {
        File = file;
        Rules = [.. file.Rules.SelectMany(rule => rule.Say, (rule, say) => new Rule(Meaning(rule.Intent), rule.Topic, Parsed(say)))];
        Leads = [.. file.Leads.Select(Parsed)];
        Prices = new PriceWords(file, this);
        PaymentWays = [.. file.PaymentWays.SelectMany(way => way.Value, (way, say) => (way.Key, Parsed(say)))];

        _fillers = Folded(file.Fillers);
        StopWords = Folded(file.StopWords.Concat(file.Fillers));
        AddOns = Folded(file.AddOns);
        QuestionWords = Folded(file.QuestionWords);
        OffTopicWords = Folded(file.OffTopicWords);
        var patterns = Rules.Select(rule => rule.Pattern).Concat(Leads).Concat(Prices.Patterns);
        var words = patterns.SelectMany(pattern => pattern.Steps).OfType<WordStep>().SelectMany(step => step.Words);
        _vocabulary = words.ToFrozenSet(StringComparer.Ordinal);
        _known = _vocabulary.Concat(StopWords).Concat(QuestionWords).Concat(OffTopicWords).Concat(file.NotSlips.Select(Folding.Fold))
            .ToFrozenSet(StringComparer.Ordinal);
        _forgiven = _vocabulary.Where(word => word.Length >= Similarity.ShortestForgiven).ToLookup(word => word.Length);
    }

    public LanguageFile File { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<Pattern> Leads { get; }

    public PriceWords Prices { get; }

    /// <summary>How shoppers name a way to pay.</summary>
    public IReadOnlyList<(string Method, Pattern Pattern)> PaymentWays { get; }

    public FrozenSet<string> StopWords { get; }

    public FrozenSet<string> AddOns { get; }

    public FrozenSet<string> QuestionWords { get; }

    public FrozenSet<string> OffTopicWords { get; }

    /// <summary>The words of a cleaned sentence with what each may stand for.</summary>
    public IReadOnlyList<Token> Read(string sentence) => [.. Folding.Words(sentence).Select(Token)];

    /// <summary>How many of the folded words belong to this language.</summary>
    public int Knows(IEnumerable<string> words) => words.Count(_known.Contains);

    public bool IsFiller(Token token) => _fillers.Contains(token.Folded);

    /// <summary>The test of a one-word capture, or null where the capture takes any words.</summary>
    public Predicate<Token>? KindOf(string capture) => capture switch
    {
        "n" => token => NumberWords.Read(token, File) is not null,
        "order" => OrderNumbers.LooksLikeOne,
        "amount" or "upper" => token => Amounts.TryParse(token.Written, exponent: 0, out _),
        _ => null,
    };

    private static IntentKind Meaning(string snakeCase) =>
        Enum.Parse<IntentKind>(snakeCase.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private Pattern Parsed(string say) => Pattern.Parse(say, File.Classes);

    private Token Token(string written)
    {
        var folded = Folding.Fold(written);
        return new Token(written, folded, _known.Contains(folded) ? [folded] : [folded, .. Meant(folded)]);
    }

    private IEnumerable<string> Meant(string typed) =>
        Enumerable.Range(typed.Length - 1, 3).SelectMany(length => _forgiven[length]).Where(word => Similarity.WithinOneSlip(typed, word));

    private static FrozenSet<string> Folded(IEnumerable<string> words) => words.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>One pattern and what it means.</summary>
internal sealed record Rule(IntentKind Kind, string? Topic, Pattern Pattern);
