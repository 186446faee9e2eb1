namespace EcommerceBot.Benchmarks.Searching;

/// <summary>30,000 words of three syllables and 40 kinds of goods, the same in SQL and here. Word 0 is the most common.</summary>
internal static class InventedWords
{
    public const int Count = 30_000;

    public static readonly string[] Kinds =
    [
        "jacket", "boots", "lantern", "keyboard", "backpack", "kettle", "bottle", "helmet", "tent", "gloves", "lamp", "chair", "speaker", "charger", "camera", "watch", "sandals", "scarf", "blender", "mirror",
        "pillow", "blanket", "toaster", "drill", "hammer", "ladder", "bucket", "rake", "puzzle", "guitar", "drum", "racket", "paddle", "kayak", "sled", "stove", "mug", "bowl", "knife", "tray",
    ];

    private static readonly string[] Starts = ["bor", "cal", "den", "fir", "gol", "hem", "jun", "kel", "lor", "mar", "nem", "pol", "rin", "sol", "tar", "ven", "wil", "zan", "quo", "das"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ari", "elo", "imu", "ona", "ulo", "avi", "eto", "iba", "ofa", "uga", "ane", "ibo"];
    private static readonly string[] Ends =
        [.. ((string[])["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "z"]).SelectMany(consonant => ((string[])["ak", "ek", "ik", "ok", "uk"]).Select(rest => consonant + rest))];

    public static string Of(int number) => Starts[number % 20] + Middles[number / 20 % 20] + Ends[number / 400 % 75];

    /// <summary>An SQL expression for the word whose number is <paramref name="number"/>.</summary>
    public static string Sql(string number) => $"({Array(Starts)})[({number}) % 20 + 1] || ({Array(Middles)})[({number}) / 20 % 20 + 1] || ({Array(Ends)})[({number}) / 400 % 75 + 1]";

    public static string Array(string[] texts) => $"ARRAY[{string.Join(',', texts.Select(text => $"'{text}'"))}]";
}
