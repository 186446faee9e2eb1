using System.Text;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Rows of comma-separated values as RFC 4180 has them, each with the line it begins on: a quoted field may hold commas, quotes and line breaks.</summary>
internal sealed class CsvRows(TextReader reader, char separator)
{
    private const int LongestField = 1024 * 1024;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <exception cref="UnreadableFileException">A quote is never closed, or text follows one.</exception>
    public IEnumerable<CsvRow> Read()
    {
        while (reader.Peek() >= 0)
        {
            var line = _line;
            var fields = new List<string>();
            bool more;
            do
            {
                (var field, more) = ReadField();
                fields.Add(field);
            }
            while (more);
            if (fields is not [""])
                yield return new CsvRow(line, fields);
        }
    }

    /// <summary>The field, and whether another one follows on the same row.</summary>
    private (string Field, bool More) ReadField()
    {
        if (reader.Peek() == '"')
            return ReadQuoted();
        var field = _field.Clear();
        while (true)
        {
            var next = reader.Read();
            if (next == separator)
                return (field.ToString(), true);
            if (IsEndOfRow(next))
                return (field.ToString(), false);
            Append(field, (char)next, _line);
        }
    }

    private (string Field, bool More) ReadQuoted()
    {
        var opened = _line;
        var field = _field.Clear();
        reader.Read();
        while (true)
        {
            var next = reader.Read();
            if (next < 0)
                throw new UnreadableFileException(opened, "a quote is opened here and never closed.");
            if (next == '\n')
                _line++;
            if (next != '"')
            {
                Append(field, (char)next, opened);
                continue;
            }
            if (reader.Peek() == '"')
            {
                reader.Read();
                field.Append('"');
                continue;
            }
            var after = reader.Read();
            if (after == separator)
                return (field.ToString(), true);
            if (IsEndOfRow(after))
                return (field.ToString(), false);
            throw new UnreadableFileException(_line, "text follows a closing quote. Write a quote inside a quoted field twice (\"\").");
        }
    }

    private bool IsEndOfRow(int character)
    {
        if (character == '\r' && reader.Peek() == '\n')
            character = reader.Read();
        if (character is '\r' or '\n')
            _line++;
        return character is '\r' or '\n' or < 0;
    }

    private static void Append(StringBuilder field, char character, int line)
    {
        if (field.Length == LongestField)
            throw new UnreadableFileException(line, "a field is longer than a million characters; is a quote missing?");
        field.Append(character);
    }
}

/// <summary>One row and the line it begins on, from 1.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields);
