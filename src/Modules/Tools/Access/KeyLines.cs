namespace EcommerceBot.Tools.Access;

/// <summary>A key as the command line shows it.</summary>
internal static class KeyLines
{
    public static string Line(this ApiKey key, DateTimeOffset now) => $"{key.Id}  {State(key, now)}  {key.Scopes}  created {key.CreatedAt:yyyy-MM-dd}  {Used(key)}  {key.Name}";

    private static string Used(ApiKey key) => key.LastUsedAt is { } at ? $"used {at:yyyy-MM-dd HH:mm}" : "never used";

    private static string State(ApiKey key, DateTimeOffset now) => key switch
    {
        { RevokedAt: { } at } => $"revoked {at:yyyy-MM-dd}",
        { ExpiresAt: { } at } when at <= now => $"expired {at:yyyy-MM-dd}",
        { ExpiresAt: { } at } => $"valid until {at:yyyy-MM-dd HH:mm} UTC",
        _ => "valid",
    };
}
