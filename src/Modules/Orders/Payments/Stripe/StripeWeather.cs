using Polly;
using Stripe;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>Tells apart a Stripe that is away (no answer, too slow, circuit open, 429 or 5xx) from one that refuses what was asked.</summary>
internal static class StripeWeather
{
    public static async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsAway(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new ProviderAwayException(StripeProvider.ProviderName, exception);
        }
    }

    private static bool IsAway(Exception exception) => exception switch
    {
        StripeException stripe => stripe.HttpStatusCode is 0 or System.Net.HttpStatusCode.TooManyRequests or >= System.Net.HttpStatusCode.InternalServerError,
        // The circuit breaker, the time-outs and the rate limiter all throw one of these.
        ExecutionRejectedException or HttpRequestException or OperationCanceledException or IOException => true,
        _ => false,
    };
}
