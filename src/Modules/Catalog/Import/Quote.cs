namespace EcommerceBot.Catalog.Import;

/// <summary>A file's own words in a sentence about it: short, on one line, nothing that could steer a terminal.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Short(string? text)
    {
        var clean = string.Concat((text ?? "").Take(Longest + 1).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '·' : character));
        return clean.Length > Longest ? $"{clean[..Longest]}…" : clean;
    }
}
