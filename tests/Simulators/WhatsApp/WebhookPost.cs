using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Posts one signed body to the bot and says what came back.</summary>
internal sealed class WebhookPost(string appSecret) : IDisposable
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(appSecret);

    // Meta waits a few seconds; longer means redelivery.
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The status of the answer, or null when there was none.</summary>
    public async Task<HttpStatusCode?> SendAsync(Uri webhook, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", Sign(body));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Whether the webhook answers Meta's verification with the challenge, as a plain body.</summary>
    public async Task<bool> VerifyAsync(Uri webhook, string verifyToken, CancellationToken cancellationToken)
    {
        var challenge = Random.Shared.Next().ToString(CultureInfo.InvariantCulture);
        var query = $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        try
        {
            using var answer = await _http.GetAsync(new UriBuilder(webhook) { Query = query }.Uri, cancellationToken);
            return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(cancellationToken) == challenge;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public string Sign(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_key, body))}";

    public void Dispose() => _http.Dispose();
}
