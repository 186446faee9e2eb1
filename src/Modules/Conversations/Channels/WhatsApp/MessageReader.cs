using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Inbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>One element of <c>messages</c>.</summary>
internal static class MessageReader
{
    public static InboundUpdate Read(JsonElement message, JsonElement? contacts, string account)
    {
        var type = InboundUpdates.Word(message.Field("type").Text(), "unknown");
        var id = message.Field("id").Text();
        // Shared by the people of a group; the shop speaks with one at a time.
        if (message.Field("group_id") is not null)
            return WebhookReader.Ignored(message, type, "group", account, id);
        if (Content(message, type) is not { } content)
            return WebhookReader.Ignored(message, type, "needs_no_answer", account, id);
        var phone = Identifier(message.Field("from").Text());
        var contact = ContactOf(contacts, phone);
        var userId = Identifier(message.Field("from_user_id").Text() ?? contact.Field("user_id").Text());
        if ((phone ?? userId) is not { } sender)
            return WebhookReader.Ignored(message, type, "no_sender", account, id);
        var body = message.Bytes();
        return new InboundUpdate
        {
            Channel = WebhookReader.Channel,
            Account = InboundUpdates.Word(account, "-"),
            Kind = type,
            NaturalId = InboundUpdates.NaturalId(id, body),
            Sender = sender,
            SenderAlias = phone is null ? null : userId,
            DisplayName = NameOf(contact),
            Content = content,
            Body = body,
        };
    }

    /// <summary>Null for what a person would not answer either.</summary>
    private static InboundContent? Content(JsonElement message, string type) => type switch
    {
        "text" when message.Field("text").Field("body").Text() is { } text => new TextContent(text),
        "interactive" => Choice(message.Field("interactive"), type),
        "button" when message.Field("button") is { } button && (button.Field("payload") ?? button.Field("text")).Text() is { } payload =>
            new ActionContent(payload, button.Field("text").Text() ?? payload),
        "reaction" or "system" or "request_welcome" or "edit" or "revoke" => null,
        _ => new UnsupportedContent(type),
    };

    private static InboundContent Choice(JsonElement? interactive, string type) =>
        (interactive.Field("list_reply") ?? interactive.Field("button_reply")) is { } reply && reply.Field("id").Text() is { } id
            ? new ActionContent(id, reply.Field("title").Text() ?? "")
            : new UnsupportedContent(type);

    private static JsonElement? ContactOf(JsonElement? contacts, string? phone)
    {
        var all = contacts.Items().ToList();
        var own = all.FindIndex(contact => phone is not null && contact.Field("wa_id").Text() == phone);
        return own >= 0 ? all[own] : all.Count == 1 ? all[0] : null;
    }

    private static string? NameOf(JsonElement? contact) =>
        InboundUpdates.Word(contact.Field("profile").Field("name").Text(), "") is { Length: > 0 } name ? CardNumbers.Mask(name) : null;

    private static string? Identifier(string? id) => InboundUpdates.Word(id, "", longest: 140) is { Length: > 0 } clean ? clean : null;
}
