using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>The published limits of a message that hold whether or not the schema file is at hand. Pure: a body in, its faults out.</summary>
internal static partial class MessageRules
{
    private const int TextLength = 4096;

    public static IReadOnlyList<string> Faults(JsonObject message) => [.. Find(message)];

    private static IEnumerable<string> Find(JsonObject message)
    {
        if (message.Text("messaging_product") != "whatsapp")
            yield return "messaging_product: must be \"whatsapp\"";

        if (!Recipient().IsMatch(message.Text("to") ?? ""))
            yield return "to: must be a phone number in digits";

        foreach (var fault in FindInContent(message))
            yield return fault;
    }

    private static IEnumerable<string> FindInContent(JsonObject message)
    {
        // Meta reads a message without a type as text.
        var type = message.Text("type") ?? "text";
        if (message[type] is null)
        {
            return [$"{type}: required by type \"{type}\""];
        }

        return type switch
        {
            "text" => Limits.Length("text.body", message["text"].Text("body"), 1, TextLength),
            "interactive" => InteractiveRules.Find(message["interactive"] as JsonObject ?? []),
            _ => [],
        };
    }

    [GeneratedRegex(@"^\+?[0-9]{5,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();
}
