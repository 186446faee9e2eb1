namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Whose number is simulated, where its webhooks go, and how strict and how unkind it is.</summary>
public sealed record WhatsAppSimulatorOptions
{
    /// <summary>Port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where webhooks are posted, for instance <c>http://localhost:8080/webhooks/whatsapp</c>. May be set later on the simulator.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Key of the <c>X-Hub-Signature-256</c> header.</summary>
    public string AppSecret { get; init; } = "simulated-app-secret";

    /// <summary>The bearer token that sends must carry.</summary>
    public string AccessToken { get; init; } = "simulated-access-token";

    public string PhoneNumberId { get; init; } = "106540352242922";
    public string DisplayPhoneNumber { get; init; } = "15550783881";
    public string BusinessAccountId { get; init; } = "102290129340398";

    /// <summary>Meta's OpenAPI file with an <c>outbound</c> entry; null looks for <c>shared/data/whatsapp/schemas.json</c> above the program.</summary>
    public string? SchemaFile { get; init; }

    /// <summary>What becomes of a free-form message to somebody who has not written for 24 hours (code 131047).</summary>
    public WindowRule Window { get; init; } = WindowRule.FailLater;

    /// <summary>One message in 6 s to one person with a burst of 45, else 131056. Off by default: a test in fast motion would trip over it.</summary>
    public bool LimitPairRate { get; init; }

    /// <summary>Messages per second of the number, in and out together, else 130429; null sets no limit. Meta's own default is 80.</summary>
    public int? Throughput { get; init; }

    /// <summary>Post <c>sent</c>, <c>delivered</c> and <c>read</c> for every accepted message.</summary>
    public bool SendStatuses { get; init; } = true;

    /// <summary>How often each webhook is delivered; Meta repeats, so more than once is a normal day.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Deliver waiting webhooks (statuses, repeats) in random order.</summary>
    public bool Shuffle { get; init; }

    /// <summary>Seed of every random choice, so that a failing run can be repeated.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>First pause before a webhook that was not answered with 200 is delivered again; doubles each time.</summary>
    public TimeSpan RedeliveryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Attempts per webhook before it is given up. Meta goes on for 7 days.</summary>
    public int RedeliveryAttempts { get; init; } = 30;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>How the 24-hour customer service window is enforced. Meta answers at once or by a failed status; both are seen.</summary>
public enum WindowRule
{
    Off,
    Refuse,
    FailLater,
}
