namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Tools: what the shop's own documents (returns, shipping, warranty, opening hours, questions and answers) say about the shopper's words; answered with <see cref="PoliciesFound"/>, also when nothing matches.</summary>
public sealed record SearchPolicies
{
    /// <summary>What the shopper asks; at most 500 characters are read. Empty lists the documents, one passage each.</summary>
    public required string Query { get; init; }

    /// <summary>BCP 47 tag such as "es" or "pt-BR"; a document that is not there in it is answered in the shop's default language. Null is the default language.</summary>
    public string? Language { get; init; }

    /// <summary>1 to 20 passages.</summary>
    public int Limit { get; init; } = 5;
}

/// <summary>Answered by Catalog: passages of the shop's documents, best match first.</summary>
public sealed record PoliciesFound
{
    public required IReadOnlyList<PolicyPassage> Passages { get; init; }
}

/// <summary>A section of a document, word for word as the shop wrote it.</summary>
public sealed record PolicyPassage
{
    /// <summary>The document's title, and the section's behind a dash where it has one of its own.</summary>
    public required string Title { get; init; }

    /// <summary>Names the document in links and REST.</summary>
    public required string Slug { get; init; }

    /// <summary>Plain text, at most 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The page shoppers can read it on, where the shop has given one.</summary>
    public string? Url { get; init; }

    /// <summary><c>returns</c>, <c>shipping</c>, <c>warranty</c>, <c>hours</c>, <c>privacy</c>, <c>terms</c> or <c>faq</c>; the list may grow.</summary>
    public required string Kind { get; init; }

    /// <summary>The language the text is in.</summary>
    public required string Language { get; init; }
}
