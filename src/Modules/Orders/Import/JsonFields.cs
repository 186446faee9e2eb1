using System.Text.Json;

namespace EcommerceBot.Orders.Import;

/// <summary>Reads one record of a file and writes down all that is wrong with it, each fault with the record's name.</summary>
internal sealed class JsonFields(JsonElement record, string name, List<string> faults)
{
    public string Name => name;

    public string Required(string field, int most) => Optional(field, most) is { Length: > 0 } text ? text : Missing(field);

    public string? Optional(string field, int most)
    {
        if (!record.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text || text.Any(char.IsControl) || text.Length > most)
        {
            Fault($"\"{field}\" should be a text of at most {most} characters without control characters");
            return null;
        }
        return text.Trim();
    }

    /// <summary>A price in major units such as 50.88, as minor units of the currency; more decimals than that are rounded half away from zero.</summary>
    public long Money(string field, int decimals)
    {
        if (record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var major) && Math.Abs(major) < 1_000_000_000_000m)
            return (long)Math.Round(major * (decimal)Math.Pow(10, decimals), MidpointRounding.AwayFromZero);
        Fault($"\"{field}\" should be a number below 10^12");
        return 0;
    }

    public bool Has(string field) => record.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonFields? Inner(string field) =>
        record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonFields(value, name, faults) : null;

    /// <summary>The members of an array, or of a map from id to record.</summary>
    public IReadOnlyList<JsonFields> Records(string field)
    {
        if (!record.TryGetProperty(field, out var value))
            return [];
        List<JsonElement> all = value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray()],
            JsonValueKind.Object => [.. value.EnumerateObject().Select(member => member.Value)],
            _ => [],
        };
        if (all.Any(item => item.ValueKind != JsonValueKind.Object) || value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            Fault($"\"{field}\" should hold records");
        return [.. all.Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new JsonFields(item, name, faults))];
    }

    public IReadOnlyList<string> Texts(string field) => record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    public IReadOnlyDictionary<string, string> Map(string field) => record.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).ToDictionary(member => member.Name, member => member.Value.GetString()!)
        : new Dictionary<string, string>();

    public void Fault(string sentence) => faults.Add($"{name}: {sentence}.");

    private string Missing(string field)
    {
        Fault($"\"{field}\" is missing");
        return "";
    }
}
