using System.Globalization;

namespace EcommerceBot.Benchmarks.Reporting;

/// <summary>A Markdown table with aligned columns, fit for a console and for docs/performance.md.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A row whose goal is a bound on its ratio or figure; the verdict is in the last column.</summary>
    public void AddJudged(string what, string figure, double value, string goal, bool reached) =>
        Add(what, figure, value.ToString("0.00", CultureInfo.InvariantCulture), goal, reached ? "reached" : "MISSED");

    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        Line(_rows[0]);
        Line([.. widths.Select(width => new string('-', width))]);
        foreach (var row in _rows.Skip(1))
            Line(row);

        void Line(string[] cells) => output.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column])))} |");
    }
}
