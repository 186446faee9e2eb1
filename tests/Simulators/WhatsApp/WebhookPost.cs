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

    public string Sign(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_key, body))}";

    public void Dispose() => _http.Dispose();
}
