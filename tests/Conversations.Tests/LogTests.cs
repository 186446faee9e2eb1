using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests;

/// <summary>Canaries on every path that logs something: none may sing at Information or above.</summary>
public sealed class LogTests
{
    private const string Phone = "4915799887766";
    private const string Text = "canary-in-a-text";
    private const string Name = "Canary McBird";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task RefusalsFailuresAndParkedTurns_LogNoPhoneNoTextNoNameNoToken()
    {
        var logs = new CapturedLogs();
        await using var api = await CloudApiStub.StartAsync();
        // Meta's own words may hold the recipient.
        api.Answer = (number, _, http) => Task.FromResult<IResult?>(number switch
        {
            1 => Results.Json(new { error = new { message = $"Recipient {Phone} is not allowed: {Text}", code = 131030 } }, statusCode: 400),
            2 => Results.Json(new { error = new { message = $"Token of {Phone} expired", code = 190 } }, statusCode: 401),
            _ => Abort(http),
        });
        var turns = 0;
        await using var shop = await ShopUnderTest.StartAsync(wishes =>
        {
            (wishes.WhatsAppApi, wishes.Logs) = (api.Url, logs);
            wishes.Settings["Conversations:Turns:RetryPause"] = "00:00:00.010";
            wishes.Agent = (turn, tools, cancel) => ++turns > 2 ? throw new InvalidOperationException("never works") : EchoAgent.AnswerAsync(turn, tools, cancel);
        });
        var message = WhatsAppPost.Text(Phone, "wamid.1", Text);
        var body = WhatsAppPost.Value($$$"""
            "contacts":[{"wa_id":"{{{Phone}}}","profile":{"name":"{{{Name}}}"}}],"messages":[{{{message}}},{{{message.Replace("wamid.1", "wamid.2", StringComparison.Ordinal)}}}]
            """);

        await shop.PostWebhookAsync(body);
        await Until.TrueAsync(() => api.Calls.Count >= 2, "two refusals");
        await shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text(Phone, "wamid.3", Text), WhatsAppPost.Text($"{Phone}1", "wamid.4", Text)));
        await shop.PostWebhookAsync(System.Text.Encoding.UTF8.GetBytes(body), "sha256=00");
        await Until.TrueAsync(() => shop.ReadAsync(db => db.Conversations.AnyAsync(x => x.State == ConversationState.Parked, Cancel)), "a parked conversation");
        var token = (await (await shop.Http.PostAsync(new Uri("/chat/sessions", UriKind.Relative), null, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
        await shop.Http.PostAsJsonAsync(new Uri($"/chat/sessions/{token}/messages", UriKind.Relative), new { id = "1", text = Text }, Cancel);

        // ASP.NET Core's own request lines hold the path and are switched off by the Host; what is ours is judged here.
        var ours = logs.Lines.Where(line => !line.Contains(" Microsoft.AspNetCore.", StringComparison.Ordinal)).ToList();
        Assert.NotEqual(0, logs.Count("ConversationParked"));
        Assert.NotEqual(0, logs.Count("WhatsAppNeedsOperator"));
        Assert.All(ours, line => Assert.DoesNotContain(new[] { Phone, Text, Name, token, "access-token-of-the-tests", ShopUnderTest.AppSecret }, secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static IResult? Abort(HttpContext http)
    {
        http.Abort();
        return null;
    }
}
