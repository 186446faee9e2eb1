using System.Text.Json;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>One element of <c>statuses</c>.</summary>
internal static class StatusReader
{
    public static DeliveryStatus Read(JsonElement status, string account, DateTimeOffset now)
    {
        var body = status.Bytes();
        var error = status.Field("errors").Items().Select(item => item.Field("code").Text()).FirstOrDefault();
        return new DeliveryStatus
        {
            Channel = WebhookReader.Channel,
            Account = InboundUpdates.Word(account, "-"),
            ProviderId = InboundUpdates.NaturalId(status.Field("id").Text(), body),
            Status = InboundUpdates.Word(status.Field("status").Text(), "unknown"),
            Correlation = Guid.TryParseExact(status.Field("biz_opaque_callback_data").Text(), "N", out var row) ? row : null,
            ErrorCode = error is null ? null : InboundUpdates.Word(error, "unknown"),
            Body = body,
            ReceivedAt = now,
        };
    }
}
