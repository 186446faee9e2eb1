using System.Collections.Concurrent;

namespace EcommerceBot.EndToEnd.Tests.Browsing;

/// <summary>Whatever a browser complains of: script errors, broken policy, failed answers, requests to somebody else.</summary>
internal sealed class Faults(Uri shop)
{
    private readonly ConcurrentQueue<string> _found = new();

    public void AssertNone() => Assert.True(_found.IsEmpty, string.Join('\n', _found));

    public async Task WatchAsync(IBrowserContext context)
    {
        context.Console += (_, message) => Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        context.WebError += (_, error) => Note(true, $"script: {error.Error}");
        context.Response += (_, answer) => Note(answer.Status >= 400, $"{answer.Status} from {answer.Url}");
        context.Request += (_, request) => Note(!shop.IsBaseOf(new Uri(request.Url)), $"left the shop: {request.Url}");
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error(`policy ${e.violatedDirective} broken by ${e.blockedURI}`))");
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
            _found.Enqueue(text);
    }
}
