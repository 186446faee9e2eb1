namespace EcommerceBot.Benchmarks.Searching;

/// <summary>What shoppers of a generated shop ask, in equal parts; number n is the same question in every shop.</summary>
internal static class Questions
{
    private static readonly Func<int, string>[] Sorts =
    [
        n => $"{Rare(n)} {Kind(n)}",
        n => Kind(n),
        n => $"{Brand(n)} {Kind(n)}",
        n => $"red {Kind(n)} size M",
        n => $"{Kind(n)} under 100",
        n => Slip(Rare(n)),
        n => $"do you have a {Rare(n)} {Kind(n)} please",
        n => Rare(n)[..5],
    ];

    public static string Of(int number) => Sorts[number % Sorts.Length](number / Sorts.Length);

    /// <summary>For the floor, which has no more than an index: two words that some product has.</summary>
    public static string Plain(int number) => $"{Brand(number)} {Kind(number * 500 % 40 + number)}";

    private static string Kind(int n) => InventedWords.Kinds[n * 7 % 40];

    private static string Brand(int n) => InventedWords.Of(n * 11 % 500 * 7);

    private static string Rare(int n) => InventedWords.Of(40 + n * 37 % 900);

    private static string Slip(string word) => word.Remove(word.Length / 2, 1);
}
