using System.Diagnostics;
using OpenTelemetry;

namespace EcommerceBot.Host.Watching;

/// <summary>Takes out of every span what may be a chat token, a payment page's id, a phone number or a shopper's address, before anything is exported.</summary>
internal sealed class SpanPrivacy : BaseProcessor<Activity>
{
    private static readonly string[] Personal = ["url.query", "client.address", "network.peer.address", "network.peer.port", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is not null)
            data.SetTag("url.path", data.GetTagItem("http.route") ?? "(none)");
        if (data.GetTagItem("url.full") is string address)
            data.SetTag("url.full", Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : "(unreadable)");
        foreach (var name in Personal)
        {
            if (data.GetTagItem(name) is not null)
                data.SetTag(name, null);
        }
    }
}
