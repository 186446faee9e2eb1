using System.Collections.Concurrent;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>All shoppers by number. One that is written to before it wrote exists too, without a name.</summary>
internal sealed class Phones(WebhookBodies bodies, WebhookQueue webhooks, SendLimits limits)
{
    private readonly ConcurrentDictionary<string, Shopper> _byNumber = new();

    public WebhookBodies Bodies => bodies;

    public Shopper Of(string number, string name = "") =>
        _byNumber.GetOrAdd(number.TrimStart('+'), digits => new(digits, name, bodies, webhooks, limits));
}
