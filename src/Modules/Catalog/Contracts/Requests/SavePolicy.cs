namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Catalog's own REST: write a document of the shop in one language; answered with <see cref="PolicySaved"/> or <see cref="PolicyRejected"/>.</summary>
public sealed record SavePolicy
{
    /// <summary>Small letters, digits and single dashes, at most 100.</summary>
    public required string Slug { get; init; }

    /// <summary>BCP 47; the shop's default language when left out.</summary>
    public string? Language { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary><c>faq</c>, <c>returns</c>, <c>shipping</c>, <c>warranty</c>, <c>hours</c>, <c>privacy</c> or <c>terms</c>.</summary>
    public string Kind { get; init; } = "faq";

    /// <summary>Where shoppers can read it: a path of this shop or an https address.</summary>
    public string? Url { get; init; }

    /// <summary>Markdown of at most 200,000 characters; its headings part it into passages.</summary>
    public required string Body { get; init; }

    /// <summary>The version that was looked at; another one by now is rejected as <c>stale</c>. Null writes over whatever is there.</summary>
    public int? Version { get; init; }
}

/// <summary>Answered by Catalog: the document is written and can be found.</summary>
public sealed record PolicySaved
{
    public required string Slug { get; init; }
    public required string Language { get; init; }
    public required int Version { get; init; }
    public required int Passages { get; init; }
}

/// <summary>Answered by Catalog: nothing was written, and why.</summary>
public sealed record PolicyRejected
{
    /// <summary><c>invalid</c> or <c>stale</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Every wrong field at once.</summary>
    public required IReadOnlyList<FieldFault> Faults { get; init; }
}

/// <summary>Asked by Catalog's own REST: take a document away, in one language or in all; answered with <see cref="PolicyRemoved"/>.</summary>
public sealed record RemovePolicy
{
    public required string Slug { get; init; }

    /// <summary>Null for all.</summary>
    public string? Language { get; init; }
}

/// <summary>Answered by Catalog: how many documents are gone.</summary>
public sealed record PolicyRemoved
{
    public required int Removed { get; init; }
}
