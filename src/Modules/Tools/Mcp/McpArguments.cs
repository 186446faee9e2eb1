using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EcommerceBot.Tools.Mcp;

/// <summary>A call's arguments as one text again, the values as they came: the serializer would throw on what the tools refuse in words.</summary>
internal static class McpArguments
{
    public static string Text(IDictionary<string, JsonElement>? arguments)
    {
        if (arguments is null)
            return "{}";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
