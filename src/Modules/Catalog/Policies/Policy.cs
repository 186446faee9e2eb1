namespace EcommerceBot.Catalog.Policies;

/// <summary>A document of the shop in one language: returns, shipping, opening hours, questions and answers.</summary>
internal sealed class Policy
{
    public const int LongestSlug = 100;
    public const int LongestLanguage = 20;
    public const int LongestTitle = 200;
    public const int LongestUrl = 2000;
    public const int LongestBody = 200_000;

    /// <summary>What a document can be about.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["faq", "returns", "shipping", "warranty", "hours", "privacy", "terms"];

    public required Guid Id { get; init; }
    public required string Slug { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }
    public required string Title { get; set; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required string Kind { get; set; }
    public string? Url { get; set; }

    /// <summary>Markdown, as it was written.</summary>
    public required string Body { get; set; }
    public int Version { get; set; } = 1;
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A section of a document in plain words: what is found and answered.</summary>
internal sealed class Passage
{
    public const int LongestTitle = 400;
    public const int LongestText = 2000;

    public long Id { get; init; }
    public required Guid PolicyId { get; init; }
    public required int Position { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
}
