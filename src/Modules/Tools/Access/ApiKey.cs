namespace EcommerceBot.Tools.Access;

/// <summary>A key an agent calls with. The key itself is not kept, only its SHA-256: it has 256 random bits, so no slow hash is needed.</summary>
internal sealed class ApiKey
{
    public const int LongestId = 20;
    public const int LongestName = 100;

    /// <summary>Public handle of the key; carts and orders made with it belong to <c>key-{Id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For whom it was made, for people.</summary>
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>Separated by spaces.</summary>
    public required string Scopes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
