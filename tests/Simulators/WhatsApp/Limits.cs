namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Sentences for values outside a published limit; nothing for those within.</summary>
internal static class Limits
{
    public static IEnumerable<string> Length(string path, string? value, int least, int most)
    {
        if (value is null)
        {
            return [$"{path}: required"];
        }

        return value.Trim().Length >= least && value.Length <= most
            ? []
            : [$"{path}: {value.Length} characters, allowed are {least} to {most}"];
    }

    public static IEnumerable<string> Optional(string path, string? value, int most) =>
        value is null ? [] : Length(path, value, 1, most);

    public static IEnumerable<string> Count(string path, int count, int least, int most) =>
        count >= least && count <= most ? [] : [$"{path}: {count} given, allowed are {least} to {most}"];

    public static IEnumerable<string> Unique(string what, IEnumerable<string?> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => $"{what} \"{group.Key}\" is used {group.Count()} times, it must be unique");
}
