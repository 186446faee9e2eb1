using System.Text.Json;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>One JSON value with its line: a product is small enough to be held whole.</summary>
internal sealed record JsonTree(JsonTokenType Type, int Line, string? Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonTree> Items)
{
    public bool IsObject => Type == JsonTokenType.StartObject;
    public bool IsArray => Type == JsonTokenType.StartArray;
    public bool IsNull => Type == JsonTokenType.Null;

    /// <summary>The first of these members that is there, whatever its capitals; null for none.</summary>
    public JsonTree? Member(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Members.LastOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value.IsNull: false } found)
                return found.Value;
        }
        return null;
    }

    /// <summary>The value that begins at the current token; afterwards the current token is its last.</summary>
    public static JsonTree Read(JsonTokens tokens)
    {
        var (type, line, text) = (tokens.Type, tokens.Line, tokens.Text);
        List<JsonMember> members = [];
        List<JsonTree> items = [];
        if (type == JsonTokenType.StartObject)
        {
            while (tokens.Next() && tokens.Type != JsonTokenType.EndObject)
                members.Add(ReadMember(tokens));
        }
        else if (type == JsonTokenType.StartArray)
        {
            while (tokens.Next() && tokens.Type != JsonTokenType.EndArray)
                items.Add(Read(tokens));
        }
        return new JsonTree(type, line, text, members, items);
    }

    private static JsonMember ReadMember(JsonTokens tokens)
    {
        var (name, line) = (tokens.Text!, tokens.Line);
        tokens.Next();
        return new JsonMember(name, line, Read(tokens));
    }
}

/// <summary>A name and its value in a JSON object.</summary>
internal sealed record JsonMember(string Name, int Line, JsonTree Value);
