namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Tells an order number from a word.</summary>
internal static class OrderNumbers
{
    /// <summary>Four letters, digits and dashes or more, with at least three digits; a leading # is allowed.</summary>
    public static bool LooksLikeOne(Token token)
    {
        var number = Plain(token.Written);
        return number.Length is >= 4 and <= 40
            && number.Count(char.IsAsciiDigit) >= 3
            && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    /// <summary>True where nothing but an order number can be meant: #W2611340, 113542617735902.</summary>
    public static bool IsPlainlyOne(Token token) =>
        LooksLikeOne(token) && (token.Written[0] == '#' || token.Folded.Count(char.IsAsciiDigit) >= 6);

    public static string Plain(string written) => written.TrimStart('#').ToUpperInvariant();
}
