using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Carries <see cref="Memory"/> from turn to turn.</summary>
internal static class MemoryJson
{
    /// <summary>What an agent may keep, in bytes.</summary>
    public const int MostBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A new memory where there is none, or one that another version or another agent wrote.</summary>
    public static Memory Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new Memory();

        try
        {
            var memory = JsonSerializer.Deserialize<Memory>(json, Format);
            return memory?.Version == Memory.CurrentVersion ? memory : new Memory();
        }
        catch (JsonException)
        {
            return new Memory();
        }
    }

    /// <summary>Forgets the listed products where the whole would be too large; the rest is bounded by the sizes of its parts.</summary>
    public static string Write(Memory memory)
    {
        var json = JsonSerializer.Serialize(memory, Format);
        return Encoding.UTF8.GetByteCount(json) <= MostBytes
            ? json
            : JsonSerializer.Serialize(memory with { Results = [], Search = null }, Format);
    }
}
