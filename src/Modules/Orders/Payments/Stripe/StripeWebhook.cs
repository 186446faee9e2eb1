using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Stripe;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary><c>POST /webhooks/stripe</c>: verified over the raw body, stored with what follows from it, then answered.</summary>
internal static class StripeWebhook
{
    /// <summary>As Stripe's own libraries allow.</summary>
    public const int ToleranceSeconds = 300;

    private const int LargestBody = 256 * 1024;

    public static void MapStripeWebhook(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/stripe", TakeAsync).ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        HttpRequest request, StripeDesk desk, IOptions<PaymentOptions> payments, IOptions<StripeOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (payments.Value.Provider != PaymentOptions.Stripe)
            return Results.NotFound();
        if (await ReadAsync(request, cancellationToken) is not { } body)
            return Results.Problem($"A webhook has at most {LargestBody} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        var secrets = ((string[])[options.Value.WebhookSecret, options.Value.WebhookSecretPrevious]).Where(secret => secret.Length > 0);
        if (secrets.Select(secret => Verify(body, request.Headers["Stripe-Signature"].ToString(), secret, time.GetUtcNow())).FirstOrDefault(x => x is not null) is not { } stripeEvent)
            return Results.Problem("The signature does not fit the body, or it is too old.", statusCode: StatusCodes.Status400BadRequest);
        await desk.TakeAsync(stripeEvent, cancellationToken);
        return Results.Ok();
    }

    private static Event? Verify(string body, string signature, string secret, DateTimeOffset now)
    {
        try
        {
            return EventUtility.ConstructEvent(body, signature, secret, ToleranceSeconds, now.ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
        }
        catch (StripeException)
        {
            return null;
        }
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > LargestBody)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
