using System.Net;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>The WhatsApp Cloud API over real HTTP on loopback: takes sends, checks them, delivers them to shoppers, posts signed webhooks.</summary>
public sealed class WhatsAppSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MessagesEndpoint _endpoint;
    private readonly SendChecks _checks;
    private readonly WebhookQueue _webhooks;
    private readonly Phones _phones;

    private WhatsAppSimulator(WebApplication app, MessagesEndpoint endpoint, SendChecks checks, WebhookQueue webhooks, Phones phones) =>
        (_app, _endpoint, _checks, _webhooks, _phones) = (app, endpoint, checks, webhooks, phones);

    /// <summary>What <c>Channels:WhatsApp:ApiBaseUrl</c> is to be; no slash at the end.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>Where webhooks go. A bot that starts after the simulator is entered here.</summary>
    public Uri? Webhook
    {
        get => _webhooks.Targets is [var first, ..] ? first : null;
        set => _webhooks.Targets = value is null ? [] : [value];
    }

    /// <summary>Several replicas' webhooks, used in turn.</summary>
    public IReadOnlyList<Uri> Webhooks
    {
        get => _webhooks.Targets;
        set => _webhooks.Targets = value;
    }

    public SimulatedFaults Faults => _endpoint.Faults;

    /// <summary>Requests that were taken, in order. One that later failed or lost its answer is among them.</summary>
    public IReadOnlyCollection<SendRecord> Accepted => _endpoint.Accepted;

    /// <summary>Requests that were not taken, with the reason.</summary>
    public IReadOnlyCollection<SendRecord> Refused => _endpoint.Refused;

    /// <summary>Called with every refused request as it happens.</summary>
    public Action<SendRecord>? WhenRefused
    {
        get => _endpoint.WhenRefused;
        set => _endpoint.WhenRefused = value;
    }

    public IReadOnlyCollection<ReadReceipt> ReadReceipts => _endpoint.ReadReceipts;

    /// <summary>Webhooks that still wait, redeliveries included.</summary>
    public int OpenWebhooks => _webhooks.Open;

    /// <summary>Whether Meta's own schema file was found; the limits written in code hold in any case.</summary>
    public bool ChecksSchema => _checks.HasSchema;

    public static async Task<WhatsAppSimulator> StartAsync(WhatsAppSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();

        var webhooks = new WebhookQueue(options);
        var limits = new SendLimits(options);
        var phones = new Phones(new WebhookBodies(options), webhooks, limits);
        var checks = new SendChecks(options, limits);
        var endpoint = new MessagesEndpoint(options, checks, phones, webhooks);
        app.MapPost("/{version}/{phoneNumberId}/messages", endpoint.HandleAsync);
        await app.StartAsync(cancellationToken);
        return new(app, endpoint, checks, webhooks, phones);
    }

    /// <summary>The same number is always the same shopper; the name of the first call stays.</summary>
    public Shopper Shopper(string number, string name) => _phones.Of(number, name);

    /// <summary>Verifies the webhook as Meta does when its address is entered: false when the token is not taken or the challenge not echoed.</summary>
    public Task<bool> VerifyWebhookAsync(string verifyToken, CancellationToken cancellationToken = default) =>
        _webhooks.VerifyAsync(verifyToken, cancellationToken);

    /// <summary>Posts any body, signed, for what a shopper cannot do. Returns what the webhook answered, null when nothing.</summary>
    public Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken = default) =>
        _webhooks.PostAsync(body, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _webhooks.DisposeAsync();
    }
}
