using System.Collections.Concurrent;

namespace EcommerceBot.Simulators.Stripe;

/// <summary>The same key with the same parameters gets the first answer; with others it is refused.</summary>
internal sealed class IdempotencyKeys
{
    private readonly ConcurrentDictionary<string, (string Parameters, Lazy<Task<IResult>> Answer)> _seen = new();

    /// <summary>A handler that makes something once for each key.</summary>
    public RequestDelegate For(Func<IFormCollection, Task<IResult>> work) => context => AnswerAsync(context, work);

    private async Task AnswerAsync(HttpContext context, Func<IFormCollection, Task<IResult>> work)
    {
        var form = await context.Request.ReadFormAsync();
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 255)
        {
            await StripeError.Invalid("This simulator wants an idempotency key of 1 to 255 characters on every POST that makes something.").ExecuteAsync(context);
            return;
        }
        var parameters = $"{context.Request.Path} {string.Join('&', form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"))}";
        var first = _seen.GetOrAdd(key, _ => (parameters, new Lazy<Task<IResult>>(() => work(form))));
        if (first.Parameters != parameters)
        {
            await StripeError.Of(StatusCodes.Status400BadRequest, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.").ExecuteAsync(context);
            return;
        }
        await (await first.Answer.Value).ExecuteAsync(context);
    }
}
