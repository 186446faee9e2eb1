using System.Globalization;

namespace EcommerceBot.Benchmarks.Checkout;

/// <summary>Processor time of this program's descendants, by what they are: the database, the broker, the Host.</summary>
internal static class ProcessorTime
{
    /// <summary>Clock ticks so far, of those that are alive.</summary>
    public static Dictionary<string, long> Read()
    {
        var all = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => Stat(name!)).OfType<(int Id, string Name, int Parent, long Ticks)>().ToDictionary(x => x.Id);
        var sums = new Dictionary<string, long> { ["database"] = 0, ["broker"] = 0, ["host"] = 0 };
        foreach (var (_, name, parent, ticks) in all.Values.Where(x => IsOurs(x.Id, all)))
        {
            var kind = name.StartsWith("postgres", StringComparison.Ordinal) ? "database" : name.StartsWith("beam", StringComparison.Ordinal) ? "broker" : name == "dotnet" || name == ".NET Host" ? "host" : null;
            if (kind is not null)
                sums[kind] += ticks;
        }
        return sums;
    }

    private static bool IsOurs(int id, Dictionary<int, (int Id, string Name, int Parent, long Ticks)> all)
    {
        for (var at = id; all.TryGetValue(at, out var found); at = found.Parent)
        {
            if (found.Parent == Environment.ProcessId)
                return true;
        }
        return false;
    }

    private static (int, string, int, long)? Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
            var rest = text[(close + 2)..].Split(' ');
            return (int.Parse(process, CultureInfo.InvariantCulture), text[(open + 1)..close], int.Parse(rest[1], CultureInfo.InvariantCulture),
                long.Parse(rest[11], CultureInfo.InvariantCulture) + long.Parse(rest[12], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
