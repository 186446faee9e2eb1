using System.Text.Json.Serialization;

namespace EcommerceBot.Conversations.Agent.Rules.Language;

/// <summary>One embedded language of this folder: how shoppers of a language speak and how the shop answers them.</summary>
internal sealed record LanguageFile
{
    /// <summary>ISO 639-1.</summary>
    public required string Code { get; init; }

    /// <summary>Between whole and fraction of an amount.</summary>
    public required string DecimalMark { get; init; }

    /// <summary><c>before</c> ($5), <c>spaced</c> ($ 5) or <c>after</c> (5 $).</summary>
    public required string CurrencySign { get; init; }

    /// <summary><c>last</c> where the thing ends a noun phrase ("red boots"), <c>first</c> where it starts it ("botas rojas").</summary>
    public required string NounPlace { get; init; }

    /// <summary>Words of courtesy that mean nothing by themselves.</summary>
    public required string[] Fillers { get; init; }

    /// <summary>Beginnings such as "could you", after which the wish starts.</summary>
    public required string[] Leads { get; init; }

    /// <summary>Words that never help to find a product.</summary>
    public required string[] StopWords { get; init; }

    /// <summary>Words after which the thing is only described: "a daypack in red", "boots for winter".</summary>
    public required string[] AddOns { get; init; }

    /// <summary>Words that start a question about the world.</summary>
    public required string[] QuestionWords { get; init; }

    /// <summary>Words that a shop is rarely asked about.</summary>
    public required string[] OffTopicWords { get; init; }

    /// <summary>Real words that are one slip away from a keyword and must not be taken for it.</summary>
    public required string[] NotSlips { get; init; }

    /// <summary>What comes before a name in an answer: "my name is".</summary>
    public required string[] NameOpenings { get; init; }

    /// <summary>What comes before an address in an answer: "send it to".</summary>
    public required string[] AddressOpenings { get; init; }
    /// <summary>What comes before a note for those who pack the order: "note:".</summary>
    public required string[] NoteOpenings { get; init; }

    /// <summary>What comes before a coupon code: "use the coupon".</summary>
    public required string[] CouponOpenings { get; init; }

    /// <summary>Patterns for how to pay, by the method's name; heard only while that is open.</summary>
    public required Dictionary<string, string[]> PaymentWays { get; init; }
    public required Dictionary<string, int> Numbers { get; init; }

    /// <summary>1 is the first, -1 the last.</summary>
    public required Dictionary<string, int> Ordinals { get; init; }

    /// <summary>What shoppers say for an option's value: "medium" for "m".</summary>
    public required Dictionary<string, string> OptionWords { get; init; }
    public required Dictionary<string, string[]> Classes { get; init; }

    /// <summary>Ways to bound a price; <c>{amount}</c> is the (lower) bound, <c>{upper}</c> the upper one.</summary>
    public required PricePatterns Prices { get; init; }

    /// <summary>Tried from the first to the last.</summary>
    public required IntentRule[] Rules { get; init; }

    /// <summary>Answers by key, from <c>*.replies.json</c>; <c>{name}</c> is filled in.</summary>
    [JsonIgnore]
    public Dictionary<string, string> Replies { get; init; } = [];
}

/// <summary>Ways to bound a price.</summary>
internal sealed record PricePatterns(string[] Between, string[] Max, string[] Min);

/// <summary>Ways to say one thing.</summary>
/// <param name="Intent">An <c>IntentKind</c> in snake_case.</param>
/// <param name="Topic">With <c>service_topic</c>: the subject.</param>
internal sealed record IntentRule(string Intent, string[] Say, string? Topic = null);
