using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>One call to the Cloud API and what came of it: accepted, refused with a code, never left, or nobody knows.</summary>
internal sealed class CloudApi(IHttpClientFactory clients, IOptions<WhatsAppOptions> options)
{
    public async Task<CloudAnswer> PostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address()) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        try
        {
            // A client for each call, so that the factory can renew its connections.
            using var http = clients.CreateClient(nameof(CloudApi));
            using var response = await http.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new CloudAnswer.NotSent("circuit_open");
        }
        catch (HttpRequestException exception) when (NeverLeft(exception.HttpRequestError))
        {
            return new CloudAnswer.NotSent(exception.HttpRequestError.ToString());
        }
        catch (Exception exception)
        {
            // A time-out, a broken connection, a stopping host: the request was on its way.
            return new CloudAnswer.NoAnswer(exception.GetType().Name);
        }
    }

    private Uri Address() => new($"{options.Value.ApiBaseUrl.TrimEnd('/')}/{options.Value.GraphVersion}/{options.Value.PhoneNumberId}/messages");

    private static bool NeverLeft(HttpRequestError error) => error
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async Task<CloudAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode)
            return new CloudAnswer.Accepted(body.Field("messages").Items().Select(message => message.Field("id").Text()).FirstOrDefault());
        if (int.TryParse(body.Field("error").Field("code").Text(), out var code))
            return new CloudAnswer.Refused(code, response.Headers.RetryAfter?.Delta);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new CloudAnswer.Refused(130429, response.Headers.RetryAfter?.Delta);
        // A gateway's own error page says nothing about the request behind it; a 4xx says it was not taken.
        return (int)response.StatusCode >= 500
            ? new CloudAnswer.NoAnswer($"http_{(int)response.StatusCode}")
            : new CloudAnswer.Refused(-(int)response.StatusCode, null);
    }

    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How a call to the Cloud API ended.</summary>
internal abstract record CloudAnswer
{
    internal sealed record Accepted(string? MessageId) : CloudAnswer;

    /// <param name="Code">Meta's code, or the negative HTTP status of an answer that has none.</param>
    /// <param name="RetryAfter">As the answer's header asks.</param>
    internal sealed record Refused(int Code, TimeSpan? RetryAfter) : CloudAnswer;

    internal sealed record NotSent(string Reason) : CloudAnswer;

    internal sealed record NoAnswer(string Reason) : CloudAnswer;
}
