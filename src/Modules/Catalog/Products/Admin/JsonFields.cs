using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcommerceBot.Catalog.Contracts.Requests;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Reads an object field by field and goes on after a fault, so that one answer names them all. What nobody has read is a fault too: a misspelt name would be lost silently.</summary>
internal sealed class JsonFields(JsonObject json, string path, List<FieldFault> faults)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public void Fault(string name, string reason) => faults.Add(new FieldFault { Field = PathOf(name), Reason = reason });

    public string PathOf(string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";

    public JsonFields Inside(string name, JsonObject inner) => new(inner, PathOf(name), faults);

    public string? Text(string name, int longest, bool required = false, bool breaks = false)
    {
        var node = Take(name);
        if (node is null)
        {
            if (required)
                Fault(name, "is missing.");
            return null;
        }
        if (node.GetValueKind() != JsonValueKind.String)
        {
            Fault(name, "should be a text.");
            return null;
        }
        var text = node.GetValue<string>().Trim();
        if (text.Length == 0 && required)
            Fault(name, "is empty.");
        else if (text.Length > longest)
            Fault(name, $"has {text.Length} characters; at most {longest} are allowed.");
        else if (!IsPlain(text, breaks))
            Fault(name, "holds control characters.");
        else
            return text.Length == 0 ? null : text;
        return null;
    }

    public long? Number(string name, long least, long most, bool required = false)
    {
        var node = Take(name);
        if (node is null)
        {
            if (required)
                Fault(name, "is missing.");
            return null;
        }
        if (node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<JsonElement>(out var element) && element.TryGetInt64(out var number) && number >= least && number <= most)
            return number;
        Fault(name, $"should be a whole number from {least} to {most}.");
        return null;
    }

    public IReadOnlyList<JsonNode?> List(string name, int most)
    {
        var node = Take(name);
        if (node is not null and not JsonArray)
            Fault(name, "should be an array.");
        if (node is JsonArray { Count: var count } && count > most)
            Fault(name, $"has {count} entries; at most {most} are allowed.");
        return node is JsonArray array && array.Count <= most ? [.. array] : [];
    }

    public IReadOnlyList<KeyValuePair<string, JsonNode?>> Map(string name, int most)
    {
        var node = Take(name);
        if (node is not null and not JsonObject)
            Fault(name, "should be an object.");
        if (node is JsonObject { Count: var count } && count > most)
            Fault(name, $"has {count} members; at most {most} are allowed.");
        return node is JsonObject map && map.Count <= most ? [.. map.Where(member => member.Value is not null)] : [];
    }

    /// <summary>A map of plain texts.</summary>
    public Dictionary<string, string> Texts(string name, int most, int longest)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Map(name, most))
        {
            if (key.Trim().Length is 0 || key.Length > longest || !IsPlain(key, false))
                Fault(name, $"has a name that is not 1 to {longest} plain characters.");
            else if (value!.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Trim() is not { Length: > 0 } text || text.Length > longest || !IsPlain(text, false))
                Fault($"{name}.{key}", $"should be a text of 1 to {longest} characters.");
            else
                texts.Add(key.Trim(), text);
        }
        return texts;
    }

    /// <summary>What is only answered may come back unread.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _read.Add(name);
    }

    /// <summary>Once at the end.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, _) in json.Where(member => !_read.Contains(member.Key)))
            Fault(name, "is not known. Look for a misspelt name.");
    }

    private JsonNode? Take(string name)
    {
        _read.Add(name);
        return json[name];
    }

    private static bool IsPlain(string text, bool breaks) =>
        text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || (breaks && rune.Value is '\n' or '\r' or '\t')));
}
