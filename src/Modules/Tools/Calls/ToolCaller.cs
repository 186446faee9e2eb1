namespace EcommerceBot.Tools.Calls;

/// <summary>Whose cart, checkouts and orders a call may touch, the key under which its effect happens once, and how long it may take.</summary>
internal sealed record ToolCaller(string OwnerId, string Key, Patience Patience)
{
    private const int LongestKey = 200;

    /// <summary>Who the caller was before they were known, where that is proved; only taking a guest's cart over asks for it.</summary>
    public string? GuestOwnerId { get; init; }

    /// <summary>The key of one of several effects of a call; the first keeps the call's own, so that the key used for another call is noticed.</summary>
    public string KeyOf(int effect)
    {
        if (effect == 0)
            return Key;
        var suffix = $"/{effect}";
        return Key.Length + suffix.Length <= LongestKey ? Key + suffix : Hash(Key) + suffix;
    }

    private static string Hash(string key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
}
