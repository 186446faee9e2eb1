using System.Net;

namespace EcommerceBot.Catalog.Media.Fetching;

/// <summary>Fetches a picture from an address that somebody named: https, public addresses only, at most three redirects, a size cap and a time limit.</summary>
internal sealed class PictureFetch(GuardedConnection connection)
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The bytes, at most one above <see cref="PictureCheck.Largest"/>; or why there are none.</summary>
    public async Task<(byte[]? Content, string? Fault)> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new HttpClient(connection.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            return await GetAsync(client, address, patience.Token);
        }
        catch (HttpRequestException exception)
        {
            return (null, exception is ForbiddenAddressException || exception.InnerException is ForbiddenAddressException
                ? "leads to an address that is not public" : "cannot be reached");
        }
        catch (IOException)
        {
            return (null, "broke off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"did not answer within {Patience.TotalSeconds:0} s");
        }
    }

    private static async Task<(byte[]? Content, string? Fault)> GetAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        var next = address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            // Judged anew at each step: a redirect is as strange as the address itself.
            if (!Uri.TryCreate(next, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0)
                return (null, "is no https address, or leads to one that is not");
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location)
            {
                next = new Uri(uri, location).AbsoluteUri;
                continue;
            }
            if (!response.IsSuccessStatusCode)
                return (null, $"answered {(int)response.StatusCode}");
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var content = new byte[PictureCheck.Largest + 1];
            return (content[..await body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken)], null);
        }
        return (null, $"redirects more than {MostRedirects} times");
    }
}
