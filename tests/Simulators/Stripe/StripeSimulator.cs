using System.Net;

namespace EcommerceBot.Simulators.Stripe;

/// <summary>Stripe's API over real HTTP on loopback, as Stripe.net calls it: hosted Checkout Sessions, refunds, events, idempotency keys, and signed webhooks.</summary>
public sealed class StripeSimulator : IAsyncDisposable
{
    /// <summary>The only key that is taken.</summary>
    public const string SecretKey = "sk_test_simulated_0123456789";

    /// <summary>Signs webhooks.</summary>
    public const string WebhookSecret = "whsec_simulated_0123456789";

    private readonly WebApplication _app;
    private readonly SessionBook _book;

    private StripeSimulator(WebApplication app, SessionBook book) => (_app, _book) = (app, book);

    /// <summary>What <c>Payments:Stripe:ApiBaseUrl</c> is to be; no slash at the end.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>Takes a webhook's body and signature. Null: webhooks are lost, and only the list of events has them.</summary>
    public Func<string, string, Task>? Webhook { get; set; }

    /// <summary>Awaited with each new session's id before the call that made it is answered: what happens meanwhile overtakes the answer.</summary>
    public Func<string, Task>? BeforeAnswer { get; set; }

    /// <summary>True: every call is answered with 503, as in an outage; buyers' pages and webhooks go on.</summary>
    public bool IsDown { get; set; }

    /// <summary>Refunds that were made, in order: payment intent and amount.</summary>
    public IReadOnlyList<(string PaymentIntent, long Amount)> Refunds => _book.Refunds;

    /// <summary>Sessions as they stand.</summary>
    public IReadOnlyList<SessionRecord> Sessions => _book.Sessions;

    public static async Task<StripeSimulator> StartAsync(TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var book = new SessionBook(time ?? TimeProvider.System);
        var simulator = new StripeSimulator(app, book);
        var keys = new IdempotencyKeys();
        app.Use((context, next) => simulator.IsDown
            ? StripeError.Of(StatusCodes.Status503ServiceUnavailable, "api_error", null, "Simulated outage.").ExecuteAsync(context)
            : CheckKeyAsync(context, next));
        app.MapPost("/v1/checkout/sessions", keys.For(simulator.CreateAsync));
        app.MapGet("/v1/checkout/sessions/{id}", (string id) => book.Show(id));
        app.MapPost("/v1/checkout/sessions/{id}/expire", (string id) => book.Expire(id));
        app.MapPost("/v1/refunds", keys.For(form => Task.FromResult(book.Refund(form))));
        app.MapGet("/v1/events", (HttpRequest request) => book.Events(request.Query));
        await app.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>The buyer pays on the hosted page. Says false where the page is closed.</summary>
    /// <param name="id">The session.</param>
    /// <param name="later">True for a bank transfer: finished now, settled with <see cref="SettleAsync"/>.</param>
    /// <param name="times">How often the event is delivered.</param>
    public async Task<bool> PayAsync(string id, bool later = false, int times = 1)
    {
        if (_book.Pay(id, later) is not { } body)
            return false;
        await DeliverAsync(body, times);
        return true;
    }

    /// <summary>The bank transfer of a finished page has arrived, or failed.</summary>
    public Task SettleAsync(string id, bool succeeds = true, int times = 1) => DeliverAsync(_book.Settle(id, succeeds), times);

    /// <summary>Time is up for a page that nobody paid.</summary>
    public Task TimeOutAsync(string id) => DeliverAsync(_book.TimeOut(id), 1);

    /// <summary>Any event, for what a buyer cannot do.</summary>
    public Task EmitAsync(string type, object about) => DeliverAsync(_book.Emit(type, about), 1);

    private Task DeliverAsync(string body, int times) => Webhook is not { } webhook ? Task.CompletedTask
        : Task.WhenAll(Enumerable.Range(0, times).Select(_ => webhook(body, Signature.Of(body, WebhookSecret, _book.Now))));

    private async Task<IResult> CreateAsync(IFormCollection form)
    {
        var (id, answer) = _book.Create(form, BaseUrl);
        if (id is not null && BeforeAnswer is { } before)
            await before(id);
        return answer;
    }

    private static Task CheckKeyAsync(HttpContext context, RequestDelegate next) => context.Request.Headers.Authorization.ToString() == $"Bearer {SecretKey}"
        ? next(context)
        : StripeError.Of(StatusCodes.Status401Unauthorized, "invalid_request_error", null, "Invalid API Key provided.").ExecuteAsync(context);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
