namespace EcommerceBot.Tools.Access;

/// <summary>A key an agent calls with. The key itself is not kept, only its SHA-256: it has 256 random bits, so no slow hash is needed.</summary>
internal sealed class ApiKey
{
    public const int LongestId = 20;
    public const int LongestName = 100;

    /// <summary>Public handle of the key.</summary>
    public required string Id { get; init; }

    /// <summary>For whom it was made, for people.</summary>
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>Separated by spaces.</summary>
    public required string Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>To the minute; null where it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The first key of the rotation this one belongs to; null for a first key.</summary>
    public string? FirstKeyId { get; init; }

    /// <summary>Whose carts and orders it reaches: the same after every rotation.</summary>
    public string OwnerId => $"key-{FirstKeyId ?? Id}";

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
