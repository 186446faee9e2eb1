using System.Text.RegularExpressions;
using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.Sources;

/// <summary>What can only be seen in the text: the wall clock, the bus by any way, and how long a file is.</summary>
internal static partial class TextRules
{
    private const int Longest = 300;
    private const int Usual = 150;

    public static IEnumerable<string> WallClock(IEnumerable<SourceFile> files) =>
        Lines(files, Clock()).Select(place => $"{place} reads the wall clock: take TimeProvider.");

    /// <summary>What goes out by the bus itself leaves before, or without, the commit.</summary>
    public static IEnumerable<string> BusItself(IEnumerable<SourceFile> files) =>
        Lines(files, Bus()).Select(place => $"{place} takes the bus itself: take IPublishEndpoint or ISendEndpointProvider, which go through the outbox.");

    public static IEnumerable<string> TooLong(IReadOnlyCollection<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Lines.Count > Longest))
            yield return $"{file.Path} has {file.Lines.Count} lines, at most {Longest} are allowed: split it by use case.";
        var many = files.Where(file => file.Lines.Count > Usual).ToList();
        if (many.Count * 10 > files.Count)
            yield return $"{many.Count} of {files.Count} files have more than {Usual} lines, at most a tenth may: {string.Join(", ", many.Select(file => file.Path))}";
    }

    private static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Regex wanted) =>
        from file in files
        from line in file.Lines.Index()
        where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && wanted.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}";

    [GeneratedRegex(@"\bIBus(Control)?\b")]
    private static partial Regex Bus();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();
}
