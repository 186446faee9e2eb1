using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>A portion as the body of <c>POST /{phone number id}/messages</c>. Pure.</summary>
internal static partial class MessageBody
{
    public static JsonObject Of(OutboundDelivery delivery, ShopOptions shop)
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            // A customer without a phone number is reached by the business-scoped id, in a field of its own.
            [BusinessScopedId().IsMatch(delivery.Conversation.ExternalId) ? "recipient" : "to"] = delivery.Conversation.ExternalId,
            // Comes back with each status: the only thing that tells whether an unanswered send arrived.
            ["biz_opaque_callback_data"] = delivery.RowId.ToString("N"),
        };
        var (type, content) = Content(delivery.Message, shop);
        body["type"] = type;
        body[type] = content;
        return body;
    }

    /// <summary>Marks a message, and those before it, as read and shows that somebody types; both end with the reply.</summary>
    public static JsonObject ReadAndTyping(string messageId) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["status"] = "read",
        ["message_id"] = messageId,
        ["typing_indicator"] = new JsonObject { ["type"] = "text" },
    };

    private static (string Type, JsonObject Content) Content(OutgoingMessage message, ShopOptions shop) => message.Type switch
    {
        "buttons" => ("interactive", Interactive("button", message, new JsonObject { ["buttons"] = Buttons(message.Options) })),
        "list" => ("interactive", Interactive("list", message, List(message))),
        "image" => ("image", Image(message, shop)),
        _ => ("text", new JsonObject { ["body"] = message.Text, ["preview_url"] = message.Text.Contains("https://", StringComparison.Ordinal) }),
    };

    private static JsonObject Interactive(string type, OutgoingMessage message, JsonObject action) => new()
    {
        ["type"] = type,
        ["body"] = new JsonObject { ["text"] = message.Text },
        ["action"] = action,
    };

    private static JsonArray Buttons(IReadOnlyList<MessageOption> options) =>
        new([.. Titles(options, WhatsAppLimits.ButtonTitle).Zip(options, Button)]);

    private static JsonObject Button(string title, MessageOption option) => new()
    {
        ["type"] = "reply",
        ["reply"] = new JsonObject { ["id"] = option.Id, ["title"] = title },
    };

    private static JsonObject List(OutgoingMessage message)
    {
        var label = string.IsNullOrWhiteSpace(message.Label) ? "Choose" : message.Label;
        var rows = Titles(message.Options, WhatsAppLimits.RowTitle).Zip(message.Options, Row);
        return new JsonObject
        {
            ["button"] = WhatsAppLimits.Line(label, WhatsAppLimits.OpenListTitle),
            ["sections"] = new JsonArray(new JsonObject
            {
                ["title"] = WhatsAppLimits.Line(label, WhatsAppLimits.SectionTitle),
                ["rows"] = new JsonArray([.. rows]),
            }),
        };
    }

    private static JsonObject Row(string title, MessageOption option)
    {
        var row = new JsonObject { ["id"] = option.Id, ["title"] = title };
        if (WhatsAppLimits.Line(option.Description, WhatsAppLimits.RowDescription) is { Length: > 0 } description)
            row["description"] = description;
        return row;
    }

    /// <summary>Titles within the limit; those that the cut made equal are numbered, since equal titles are refused.</summary>
    private static IEnumerable<string> Titles(IReadOnlyList<MessageOption> options, int most)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var title = WhatsAppLimits.Line(string.IsNullOrWhiteSpace(option.Title) ? option.Id : option.Title, most);
            for (var number = 2; !used.Add(title); number++)
                title = $"{WhatsAppLimits.Line(option.Title, most - 3)} {number}";
            yield return title;
        }
    }

    private static JsonObject Image(OutgoingMessage message, ShopOptions shop)
    {
        var image = new JsonObject { ["link"] = shop.Absolute(message.Url ?? "/").ToString() };
        if (!string.IsNullOrWhiteSpace(message.Text))
            image["caption"] = message.Text;
        return image;
    }

    [GeneratedRegex(@"^[A-Z]{2}\.(?:ENT\.)?[a-zA-Z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BusinessScopedId();
}
