using System.Text.Json;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>What a webhook body holds: for the conversations, and for the lane of statuses.</summary>
internal sealed record WebhookUpdates(List<InboundUpdate> Messages, List<DeliveryStatus> Statuses);

/// <summary>
/// Reads all entries × changes × messages, statuses and errors. What it does not understand becomes an ignored update with a reason.
/// </summary>
internal static class WebhookReader
{
    public const string Channel = "whatsapp";

    private const string Messages = "messages";

    /// <summary>Null when the body is not a WhatsApp webhook at all.</summary>
    public static WebhookUpdates? Read(JsonElement root, string phoneNumberId, DateTimeOffset now)
    {
        if (root.Field("object").Text() != "whatsapp_business_account" || root.Field("entry") is not { ValueKind: JsonValueKind.Array } entries)
            return null;
        var updates = new WebhookUpdates([], []);
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.Field("changes") is not { ValueKind: JsonValueKind.Array } changes)
                updates.Messages.Add(Ignored(entry, "entry", "unknown_shape"));
            else
                Each(changes, "change", updates, change => ReadChange(change, phoneNumberId, now, updates));
        }
        return updates;
    }

    /// <summary>An update for nobody; keyed by its hash where it has no id.</summary>
    public static InboundUpdate Ignored(JsonElement element, string kind, string reason, string? account = null, string? id = null)
    {
        var body = element.Bytes();
        return new InboundUpdate
        {
            Channel = Channel,
            Account = InboundUpdates.Word(account, "-"),
            Kind = InboundUpdates.Word(kind, "unknown"),
            NaturalId = InboundUpdates.NaturalId(id, body),
            IgnoredReason = reason,
            Body = body,
        };
    }

    private static void ReadChange(JsonElement change, string phoneNumberId, DateTimeOffset now, WebhookUpdates updates)
    {
        var field = InboundUpdates.Word(change.Field("field").Text(), "unknown");
        var value = change.Field("value");
        var account = value.Field("metadata").Field("phone_number_id").Text();
        if (field != Messages)
        {
            updates.Messages.Add(Ignored(change, field, "unknown_field", account));
            return;
        }
        if (account != phoneNumberId)
        {
            updates.Messages.Add(Ignored(change, field, "other_number", account));
            return;
        }
        var before = updates.Messages.Count + updates.Statuses.Count;
        Each(value.Field(Messages), "message", updates,
            message => updates.Messages.Add(MessageReader.Read(message, value.Field("contacts"), account)));
        Each(value.Field("statuses"), "status", updates, status => updates.Statuses.Add(StatusReader.Read(status, account, now)));
        Each(value.Field("errors"), "error", updates,
            error => updates.Messages.Add(Ignored(error, "error", $"error_{error.Field("code").Text()}", account)));
        if (updates.Messages.Count + updates.Statuses.Count == before)
            updates.Messages.Add(Ignored(change, field, "unknown_shape", account));
    }

    /// <summary>One update that cannot be read must not cost the others theirs.</summary>
    private static void Each(JsonElement? items, string kind, WebhookUpdates updates, Action<JsonElement> read)
    {
        foreach (var item in items.Items())
        {
            try
            {
                read(item);
            }
            catch (InvalidOperationException)
            {
                // A name with half a surrogate pair: valid JSON that no reader of strings accepts.
                updates.Messages.Add(Ignored(item, kind, "unreadable"));
            }
        }
    }
}
