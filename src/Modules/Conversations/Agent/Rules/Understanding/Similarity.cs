namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Tells a slip of one key from another word.</summary>
internal static class Similarity
{
    /// <summary>Shorter words are too close to each other: one slip turns "cart" into "card".</summary>
    public const int ShortestForgiven = 5;

    /// <summary>True where one letter was missed, doubled, mistaken, or two neighbours were swapped.</summary>
    public static bool WithinOneSlip(string typed, string meant)
    {
        if (typed.Length < ShortestForgiven || meant.Length < ShortestForgiven || Math.Abs(typed.Length - meant.Length) > 1)
            return false;

        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
            same++;

        var left = typed.AsSpan(same);
        var right = meant.AsSpan(same);
        if (left.Length > right.Length)
            return left[1..].SequenceEqual(right);
        if (left.Length < right.Length)
            return right[1..].SequenceEqual(left);
        return left.Length <= 1
            || left[1..].SequenceEqual(right[1..])
            || (left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
