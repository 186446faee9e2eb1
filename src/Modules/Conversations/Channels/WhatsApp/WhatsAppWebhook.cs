using System.Text.Json;
using System.Text.Unicode;
using EcommerceBot.Conversations.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>Where Meta delivers. Verify, store, 200: nothing else happens before the answer.</summary>
internal sealed partial class WhatsAppWebhook(
    IOptions<WhatsAppOptions> options, InboundIntake intake, TimeProvider time, ILogger<WhatsAppWebhook> logger)
{
    private const int LargestBody = 3 * 1024 * 1024;
    private const string RetryAfterSeconds = "5";

    public static void Map(IEndpointRouteBuilder app)
    {
        var webhook = app.MapGroup("/webhooks/whatsapp").WithTags("Webhooks");
        webhook.MapGet("", (HttpRequest request, WhatsAppWebhook endpoint) => endpoint.Verify(request)).ExcludeFromDescription();
        webhook.MapPost("", (HttpRequest request, WhatsAppWebhook endpoint) => endpoint.ReceiveAsync(request)).ExcludeFromDescription();
    }

    /// <summary>Meta's handshake: the challenge comes back as it is, to whoever knows the word.</summary>
    private IResult Verify(HttpRequest request)
    {
        if (IsOff())
            return Results.NotFound();
        var known = request.Query["hub.mode"] == "subscribe"
            && WebhookSignature.SameSecret(request.Query["hub.verify_token"], options.Value.VerifyToken);
        return known
            ? Results.Text(request.Query["hub.challenge"].ToString(), "text/plain")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (IsOff())
            return Results.NotFound();
        if (await RequestBody.ReadAsync(request, LargestBody, request.HttpContext.RequestAborted) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!WebhookSignature.IsValid(request.Headers["X-Hub-Signature-256"], body, options.Value))
        {
            LogForged(logger);
            return Results.Unauthorized();
        }
        if (Read(body) is not { } updates)
            return Results.BadRequest();
        return await StoreAsync(updates, request.HttpContext);
    }

    private WebhookUpdates? Read(byte[] body)
    {
        // The parser would check a string's bytes only when the string is read.
        if (!Utf8.IsValid(body))
            return null;
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = JsonDepth.Most });
            return WebhookReader.Read(document.RootElement, options.Value.PhoneNumberId, time.GetUtcNow());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IResult> StoreAsync(WebhookUpdates updates, HttpContext context)
    {
        try
        {
            await intake.StoreAsync(updates.Messages, updates.Statuses, context.RequestAborted);
            return Results.Ok();
        }
        catch (StoreUnavailableException)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private bool IsOff()
    {
        if (options.Value.IsOn)
            return false;
        LogOff(logger, string.Join(", ", options.Value.Missing()));
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "WhatsAppOff",
        Message = "A call to /webhooks/whatsapp was answered 404: WhatsApp is off until {Missing} are set")]
    private static partial void LogOff(ILogger logger, string missing);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "WhatsAppForged",
        Message = "A webhook without a valid signature was refused: check Channels__WhatsApp__AppSecret if it came from Meta")]
    private static partial void LogForged(ILogger logger);
}
