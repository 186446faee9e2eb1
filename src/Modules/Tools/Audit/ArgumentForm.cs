using System.Text;
using System.Text.Json;

namespace EcommerceBot.Tools.Audit;

/// <summary>The names in some arguments without their values. Names that no schema knows may say anything themselves, so they are not kept either.</summary>
internal static class ArgumentForm
{
    public static string Of(JsonElement arguments, JsonElement schema)
    {
        var form = new StringBuilder();
        Write(form, arguments, schema);
        return form.Length <= AuditedCall.LongestForm ? form.ToString() : form.ToString(0, AuditedCall.LongestForm);
    }

    private static void Write(StringBuilder form, JsonElement value, JsonElement schema)
    {
        if (value.ValueKind is JsonValueKind.Array)
            form.Append('[').Append(value.GetArrayLength()).Append(']');
        if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0 && schema.TryGetProperty("items", out var items))
            Write(form, value[0], items);
        if (value.ValueKind is not JsonValueKind.Object || !schema.TryGetProperty("properties", out var known))
            return;
        var (first, unknown) = (true, 0);
        form.Append('{');
        foreach (var property in value.EnumerateObject())
        {
            if (!known.TryGetProperty(property.Name, out var inner))
            {
                unknown++;
                continue;
            }
            form.Append(first ? "" : ",").Append(property.Name);
            first = false;
            Write(form, property.Value, inner);
        }
        form.Append(unknown > 0 ? $"{(first ? "" : ",")}+{unknown} unknown}}" : "}");
    }
}
