using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Conversations.Channels.WhatsApp;
using EcommerceBot.Conversations.Identities;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>Posts as Meta does.</summary>
internal static class WhatsAppPost
{
    public static Guid ConversationOf(string from) => ConversationId.Of(WebhookReader.Channel, ShopUnderTest.PhoneNumberId, from);

    public static Task<HttpResponseMessage> PostWebhookAsync(this ShopUnderTest shop, string body) => shop.PostWebhookAsync(Encoding.UTF8.GetBytes(body));

    public static Task<HttpResponseMessage> PostWebhookAsync(this ShopUnderTest shop, byte[] body) =>
        shop.PostWebhookAsync(body, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShopUnderTest.AppSecret), body))}");

    public static async Task<HttpResponseMessage> PostWebhookAsync(this ShopUnderTest shop, byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        return await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A body with messages, each a JSON object.</summary>
    public static string Messages(params IEnumerable<string> messages) => Value($"\"messages\":[{string.Join(",", messages)}]");

    public static string Statuses(params IEnumerable<string> statuses) => Value($"\"statuses\":[{string.Join(",", statuses)}]");

    public static string Text(string from, string id, string text) =>
        $$$"""{"from":"{{{from}}}","id":"{{{id}}}","timestamp":"1750016800","type":"text","text":{"body":{{{JsonSerializer.Serialize(text)}}}}}""";

    public static string Status(string id, string status, Guid? row = null, int? error = null) =>
        $$"""{"id":"{{id}}","status":"{{status}}","timestamp":"1750016800","recipient_id":"1"{{(row is null ? "" : $",\"biz_opaque_callback_data\":\"{row:N}\"")}}{{(error is null ? "" : $",\"errors\":[{{\"code\":{error}}}]")}}}""";

    public static string Value(string fields, string account = ShopUnderTest.PhoneNumberId) =>
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{account}}}"},{{{fields}}}}}]}]}
        """;
}
