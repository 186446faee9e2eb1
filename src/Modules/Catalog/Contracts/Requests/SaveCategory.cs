namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Catalog's own REST: put a category into the tree, or move it; answered with <see cref="CategorySaved"/> or <see cref="ChangeRejected"/>.</summary>
public sealed record SaveCategory
{
    /// <summary>1 to 100 characters, unique.</summary>
    public required string Name { get; init; }

    /// <summary>Null at the root; never itself or one below it.</summary>
    public string? Parent { get; init; }

    /// <summary>Among those of one parent.</summary>
    public int Position { get; init; }
}

/// <summary>Answered by Catalog: the category stands where it was asked to.</summary>
public sealed record CategorySaved
{
    public required string Name { get; init; }
    public string? Parent { get; init; }
}

/// <summary>Asked by Catalog's own REST: take a category out of the tree; answered with <see cref="CategoryRemoved"/> or <see cref="ChangeRejected"/> while others stand below it.</summary>
public sealed record RemoveCategory
{
    public required string Name { get; init; }
}

/// <summary>Answered by Catalog: there is no such category in the tree (any more); products that name it keep the name.</summary>
public sealed record CategoryRemoved
{
    public required string Name { get; init; }
}
