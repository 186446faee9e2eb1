using Microsoft.AspNetCore.Http;

namespace EcommerceBot.Conversations.Channels;

/// <summary>A request's body up to a limit, whatever its headers claim.</summary>
internal static class RequestBody
{
    /// <summary>Null when it is larger than <paramref name="most"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > most)
                    return null;
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return body.ToArray();
    }
}
