namespace EcommerceBot.Catalog.Search;

/// <summary>How alike two words look: shared trigrams to find candidates quickly, edit distance to choose among them.</summary>
internal static class Spelling
{
    /// <summary>Longer ones are no words that people type.</summary>
    public const int LongestWord = 32;

    /// <summary>Words outside these lengths, or with digits, are not corrected: "45l" is not a misspelt "40l".</summary>
    public static bool CanBeMisspelt(string word) => word.Length is >= 3 and <= LongestWord && word.All(char.IsLetter);

    /// <summary>Slips allowed in a word: one in a short one, two from six letters on.</summary>
    public static int Tolerance(string word) => word.Length < 6 ? 1 : 2;

    /// <summary>Three letters at a time, the word's ends padded so that even "tnet" and "tent" share one.</summary>
    public static IEnumerable<string> Trigrams(string word)
    {
        var padded = $"  {word} ";
        return Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3)).Distinct();
    }

    /// <summary>Letters dropped, added, replaced or swapped with their neighbour between two words; anything above <paramref name="limit"/> is limit + 1.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var twoAbove = new int[right.Length + 1];
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), replaced);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }
            if (best > limit)
                return limit + 1;
            (twoAbove, above, row) = (above, row, twoAbove);
        }
        return Math.Min(above[right.Length], limit + 1);
    }
}
