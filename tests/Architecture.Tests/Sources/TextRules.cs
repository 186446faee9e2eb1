using System.Text.RegularExpressions;
using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.Sources;

/// <summary>What can only be seen in the text: the wall clock, and how long a file is.</summary>
internal static partial class TextRules
{
    private const int Longest = 300;
    private const int Usual = 150;

    public static IEnumerable<string> WallClock(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines.Index()
        where Clock().IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1} reads the wall clock: take TimeProvider.";

    public static IEnumerable<string> TooLong(IReadOnlyCollection<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Lines.Count > Longest))
            yield return $"{file.Path} has {file.Lines.Count} lines, at most {Longest} are allowed: split it by use case.";
        var many = files.Where(file => file.Lines.Count > Usual).ToList();
        if (many.Count * 10 > files.Count)
            yield return $"{many.Count} of {files.Count} files have more than {Usual} lines, at most a tenth may: {string.Join(", ", many.Select(file => file.Path))}";
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();
}
