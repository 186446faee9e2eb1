using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

/// <summary>A bot's sending half: plain HTTP with a bearer token.</summary>
internal sealed class Sender : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Uri _endpoint;

    public Sender(WhatsAppSimulator simulator, WhatsAppSimulatorOptions options, string? token = null)
    {
        _endpoint = new($"{simulator.BaseUrl}/v23.0/{options.PhoneNumberId}/messages");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? options.AccessToken);
    }

    public async Task<Answer> SendAsync(JsonObject message)
    {
        using var response = await _http.PostAsJsonAsync(_endpoint, message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return new(response.StatusCode, body!);
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record Answer(HttpStatusCode Status, JsonObject Body)
{
    public string? MessageId => Body["messages"]?[0]?["id"]?.GetValue<string>();
    public int? ErrorCode => Body["error"]?["code"]?.GetValue<int>();
    public string Details => Body["error"]?["error_data"]?["details"]?.GetValue<string>() ?? "";
}
