using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>An error as the Cloud API words it, in an answer or in a failed status.</summary>
public sealed record CloudError(int Code, string Title, string Details, int HttpStatus = StatusCodes.Status400BadRequest)
{
    private const string Reference = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    /// <summary>Known codes get the title Meta gives them; any other code may be asked for too.</summary>
    public static CloudError Of(int code, string? details = null)
    {
        var (title, status) = code switch
        {
            1 => ("API Unknown", 500),
            2 => ("API Service", 503),
            4 => ("API Too Many Calls", 400),
            100 => ("Invalid parameter", 400),
            190 => ("Access token has expired", 401),
            80007 => ("Rate limit issues", 400),
            130429 => ("Rate limit hit", 429),
            131000 => ("Something went wrong", 500),
            131009 => ("Parameter value is not valid", 400),
            131016 => ("Service unavailable", 503),
            131026 => ("Message undeliverable", 400),
            131047 => ("Re-engagement message", 400),
            131048 => ("Spam rate limit hit", 400),
            131050 => ("User has stopped marketing messages", 400),
            131056 => ("(Business Account, Consumer Account) pair rate limit hit", 400),
            131057 => ("Account in maintenance mode", 503),
            _ => ("Simulated error", 400),
        };
        return new(code, title, details ?? $"Simulated: {title}.", status);
    }

    internal JsonObject ToAnswer() => new()
    {
        ["error"] = new JsonObject
        {
            ["message"] = $"(#{Code}) {Title}",
            ["type"] = "OAuthException",
            ["code"] = Code,
            ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details },
            ["fbtrace_id"] = Guid.NewGuid().ToString("N")[..20],
        },
    };

    internal JsonObject ToStatusError() => new()
    {
        ["code"] = Code,
        ["title"] = Title,
        ["message"] = Title,
        ["error_data"] = new JsonObject { ["details"] = Details },
        ["href"] = Reference,
    };
}
