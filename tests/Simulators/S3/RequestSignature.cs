using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace EcommerceBot.Simulators.S3;

/// <summary>AWS Signature Version 4 in the Authorization header, computed anew from what arrived: method, path, query, signed headers and the body's own digest.</summary>
internal sealed partial class RequestSignature(string accessKey, string secretKey, string region, TimeProvider time)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(15);

    /// <summary>The error's code, as the service words it; null for a request that its sender signed.</summary>
    public string? FaultOf(HttpRequest request, byte[] body)
    {
        var given = Header().Match(request.Headers.Authorization.ToString());
        if (!given.Success)
            return "AccessDenied";
        if (given.Groups["key"].Value != accessKey)
            return "InvalidAccessKeyId";
        var (sentAt, digest) = (request.Headers["x-amz-date"].ToString(), request.Headers["x-amz-content-sha256"].ToString());
        if (!DateTimeOffset.TryParseExact(sentAt, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || (time.GetUtcNow() - at).Duration() > MostSkew)
            return "RequestTimeTooSkewed";
        var day = sentAt[..8];
        if (given.Groups["scope"].Value != $"{day}/{region}/s3/aws4_request")
            return "AuthorizationHeaderMalformed";
        if (digest != Convert.ToHexStringLower(SHA256.HashData(body)))
            return "XAmzContentSHA256Mismatch";
        var signed = given.Groups["headers"].Value.Split(';');
        if (!signed.Contains("host") || !signed.Contains("x-amz-date") || !signed.Contains("x-amz-content-sha256"))
            return "AccessDenied";
        var text = $"{Algorithm}\n{sentAt}\n{day}/{region}/s3/aws4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(request, signed, digest))))}";
        var expected = Mac(Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), day), region), "s3"), "aws4_request"), text);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(given.Groups["signature"].Value))
            ? null : "SignatureDoesNotMatch";
    }

    private static string Canonical(HttpRequest request, string[] signed, string digest)
    {
        // As it was sent: a path that is decoded and encoded again need not be the same.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var query = (target.Length == 1 ? "" : target[1]).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Contains('=') ? part : $"{part}=").Order(StringComparer.Ordinal);
        var headers = signed.Select(name => $"{name}:{Blanks().Replace(request.Headers[name].ToString().Trim(), " ")}\n");
        return $"{request.Method}\n{target[0]}\n{string.Join('&', query)}\n{string.Concat(headers)}\n{string.Join(';', signed)}\n{digest}";
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), ?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Header();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
