namespace EcommerceBot.Simulators.Stripe;

/// <summary>Errors in Stripe's shape.</summary>
internal static class StripeError
{
    public static IResult Of(int status, string type, string? code, string message) => Results.Json(new { error = new { type, code, message } }, statusCode: status);

    public static IResult Invalid(string message, string? code = null) => Of(StatusCodes.Status400BadRequest, "invalid_request_error", code, message);
}
