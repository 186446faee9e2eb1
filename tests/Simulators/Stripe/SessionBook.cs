using System.Globalization;
using System.Text.Json;

namespace EcommerceBot.Simulators.Stripe;

/// <summary>All sessions, refunds and events, with the rules that Stripe publishes for them.</summary>
internal sealed class SessionBook(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SessionRecord> _sessions = [];
    private readonly List<(string Id, long Created, string Type, object Json)> _events = [];
    private readonly List<(string, long)> _refunds = [];

    public DateTimeOffset Now => time.GetUtcNow();
    public IReadOnlyList<(string PaymentIntent, long Amount)> Refunds { get { lock (_lock) return [.. _refunds]; } }
    public IReadOnlyList<SessionRecord> Sessions { get { lock (_lock) return [.. _sessions.Values]; } }

    public (string? Id, IResult Answer) Create(IFormCollection form, string baseUrl)
    {
        string Field(string name) => form[name].ToString();
        var life = TimeSpan.FromSeconds(long.Parse(Field("expires_at"), CultureInfo.InvariantCulture) - Now.ToUnixTimeSeconds());
        if (Field("mode") != "payment" || Field("success_url").Length == 0)
            return (null, StripeError.Invalid("mode and success_url are required."));
        if (life < TimeSpan.FromMinutes(30) || life > TimeSpan.FromHours(24))
            return (null, StripeError.Invalid("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation."));
        var id = $"cs_test_{Guid.NewGuid():N}";
        var session = new SessionRecord
        {
            Id = id,
            ClientReferenceId = Field("client_reference_id"),
            CheckoutId = Field("metadata[checkout_id]"),
            Amount = long.Parse(Field("line_items[0][price_data][unit_amount]"), CultureInfo.InvariantCulture) * long.Parse(Field("line_items[0][quantity]"), CultureInfo.InvariantCulture),
            Currency = Field("line_items[0][price_data][currency]"),
            ExpiresAt = long.Parse(Field("expires_at"), CultureInfo.InvariantCulture),
            Url = $"{baseUrl}/c/pay/{id}",
        };
        lock (_lock)
            _sessions[id] = session;
        return (id, Results.Json(session.ToJson()));
    }

    public IResult Show(string id) => Find(id) is { } session ? Results.Json(session.ToJson())
        : StripeError.Of(StatusCodes.Status404NotFound, "invalid_request_error", "resource_missing", $"No such checkout.session: '{id}'");

    public IResult Expire(string id)
    {
        lock (_lock)
        {
            if (Find(id) is not { Status: "open" } session)
                return StripeError.Invalid("Only Checkout Sessions with a status in [\"open\"] can be expired.");
            session.Status = "expired";
            return Results.Json(session.ToJson());
        }
    }

    public string? Pay(string id, bool later)
    {
        lock (_lock)
        {
            if (Find(id) is not { Status: "open" } session || session.ExpiresAt <= Now.ToUnixTimeSeconds())
                return null;
            session.Status = "complete";
            session.PaymentStatus = later ? "unpaid" : "paid";
            session.PaymentIntent = $"pi_{Guid.NewGuid():N}";
            return Emit("checkout.session.completed", session.ToJson());
        }
    }

    public string Settle(string id, bool succeeds)
    {
        lock (_lock)
        {
            var session = Find(id)!;
            session.PaymentStatus = succeeds ? "paid" : "unpaid";
            return Emit(succeeds ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", session.ToJson());
        }
    }

    public string TimeOut(string id)
    {
        lock (_lock)
        {
            var session = Find(id)!;
            session.Status = "expired";
            return Emit("checkout.session.expired", session.ToJson());
        }
    }

    public IResult Refund(IFormCollection form)
    {
        lock (_lock)
        {
            var (intent, amount) = (form["payment_intent"].ToString(), long.Parse(form["amount"].ToString(), CultureInfo.InvariantCulture));
            var session = _sessions.Values.SingleOrDefault(x => x.PaymentIntent == intent && x.PaymentStatus == "paid");
            if (session is null)
                return StripeError.Invalid($"No such payment_intent: '{intent}'", "resource_missing");
            if (session.Refunded + amount > session.Amount)
                return StripeError.Invalid("The refund is greater than what is left of the charge.", session.Refunded == session.Amount ? "charge_already_refunded" : null);
            session.Refunded += amount;
            _refunds.Add((intent, amount));
            return Results.Json(new { id = $"re_{Guid.NewGuid():N}", @object = "refund", amount, payment_intent = intent, status = "succeeded" });
        }
    }

    public string Emit(string type, object about)
    {
        var (id, created) = ($"evt_{Guid.NewGuid():N}", Now.ToUnixTimeSeconds());
        var json = new { id, @object = "event", type, created, livemode = false, pending_webhooks = 1, data = new { @object = about } };
        lock (_lock)
            _events.Add((id, created, type, json));
        return JsonSerializer.Serialize(json);
    }

    /// <summary>Newest first, in pages, as Stripe lists them.</summary>
    public IResult Events(IQueryCollection query)
    {
        lock (_lock)
        {
            var since = long.TryParse(query["created[gte]"], CultureInfo.InvariantCulture, out var given) ? given : 0;
            var types = query.Where(x => x.Key.StartsWith("types[", StringComparison.Ordinal)).Select(x => x.Value.ToString()).ToHashSet();
            var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var most) ? Math.Clamp(most, 1, 100) : 10;
            var all = _events.Where(x => x.Created >= since && (types.Count == 0 || types.Contains(x.Type))).Reverse().ToList();
            var after = query["starting_after"].ToString();
            var page = all.Skip(after.Length == 0 ? 0 : all.FindIndex(x => x.Id == after) + 1).ToList();
            return Results.Json(new { @object = "list", url = "/v1/events", has_more = page.Count > limit, data = page.Take(limit).Select(x => x.Json) });
        }
    }

    private SessionRecord? Find(string id)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(id);
    }
}
