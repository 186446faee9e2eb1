using System.Text;
using System.Text.Json;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Pulls JSON tokens out of a stream one at a time and knows the line of each, so that a file of any size is read in a small buffer.</summary>
/// <param name="stream">The text.</param>
/// <param name="linesBefore">Lines of the file in front of it.</param>
internal sealed class JsonTokens(Stream stream, int linesBefore = 0)
{
    private const int LongestToken = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;
    private bool _atEnd;
    private readonly int _linesBefore = linesBefore;
    private int _linesPassed = linesBefore;
    private JsonReaderState _state;

    public JsonTokenType Type { get; private set; }

    /// <summary>Name or value as text: a number exactly as it is written.</summary>
    public string? Text { get; private set; }

    /// <summary>Line of the token, from 1.</summary>
    public int Line { get; private set; } = linesBefore + 1;

    /// <summary>False after the last token.</summary>
    /// <exception cref="UnreadableFileException">What follows is not JSON, or not UTF-8.</exception>
    public bool Next()
    {
        while (true)
        {
            if (TryRead())
                return true;
            if (_atEnd)
                return false;
            Refill();
        }
    }

    /// <summary>Passes over the value that begins here.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
                depth++;
            else if (Type is JsonTokenType.EndObject or JsonTokenType.EndArray)
                depth--;
        }
        while (depth > 0 && Next());
    }

    private bool TryRead()
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        var reader = new Utf8JsonReader(bytes, _atEnd, _state);
        try
        {
            var read = reader.Read();
            var consumed = bytes[..(int)reader.BytesConsumed];
            if (read)
            {
                Line = 1 + _linesPassed + consumed[..(int)reader.TokenStartIndex].Count((byte)'\n');
                Type = reader.TokenType;
                Text = TextOf(ref reader);
            }
            _linesPassed += consumed.Count((byte)'\n');
            _start += consumed.Length;
            _state = reader.CurrentState;
            return read;
        }
        catch (JsonException exception)
        {
            throw Malformed(exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new UnreadableFileException(Line, "this text is not valid UTF-8. Save the file as UTF-8 and try again.", exception);
        }
    }

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString(),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.ASCII.GetString(reader.ValueSpan),
        _ => null,
    };

    private void Refill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_end, _start) = (_end - _start, 0);
        if (_end == LongestToken)
            throw new UnreadableFileException(Line, "a single text is longer than 16 MB, so this can hardly be a catalog.");
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }

    private UnreadableFileException Malformed(JsonException exception)
    {
        var line = _linesBefore + (int)(exception.LineNumber ?? 0) + 1;
        return IsGoodSoFar()
            ? new UnreadableFileException(line, "the file ends in the middle of its JSON; it seems to be cut off. Export or copy it again.", exception)
            : new UnreadableFileException(line, $"this is not valid JSON (at byte {(exception.BytePositionInLine ?? 0) + 1} of the line). Look for a missing comma, quote or bracket.", exception);
    }

    /// <summary>Whether the rest would be the beginning of valid JSON: then only its end is missing.</summary>
    private bool IsGoodSoFar()
    {
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
            while (reader.Read())
            {
            }
            return _atEnd;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
