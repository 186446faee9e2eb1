using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace EcommerceBot.Simulators.S3;

/// <summary>One bucket of an S3-compatible service over real HTTP on loopback: put, get, head and delete of objects by path, each with a checked signature.</summary>
public sealed class S3Simulator : IAsyncDisposable
{
    public const string Bucket = "shop-pictures";
    public const string AccessKey = "AKIASIMULATED";
    public const string SecretKey = "simulated/secret+key/0123456789";
    public const string Region = "eu-central-1";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _refusals = new();

    private S3Simulator(WebApplication app) => _app = app;

    /// <summary>What <c>Media:S3:ServiceUrl</c> is to be.</summary>
    public string BaseUrl => _app.Urls.First();

    /// <summary>By key.</summary>
    public IReadOnlyDictionary<string, StoredObject> Objects => _objects;

    /// <summary>Codes with which requests were turned away for their signature.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    public static async Task<S3Simulator> StartAsync(TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var simulator = new S3Simulator(builder.Build());
        var signature = new RequestSignature(AccessKey, SecretKey, Region, time ?? TimeProvider.System);
        simulator._app.Map("/{bucket}/{**key}", (string bucket, string key, HttpRequest request) => simulator.AnswerAsync(bucket, key, request, signature));
        await simulator._app.StartAsync(cancellationToken);
        return simulator;
    }

    private async Task<IResult> AnswerAsync(string bucket, string key, HttpRequest request, RequestSignature signature)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var content = body.ToArray();
        if (signature.FaultOf(request, content) is { } fault)
        {
            _refusals.Enqueue(fault);
            return Error(StatusCodes.Status403Forbidden, fault);
        }
        if (bucket != Bucket)
            return Error(StatusCodes.Status404NotFound, "NoSuchBucket");
        switch (request.Method)
        {
            case "PUT":
                _objects[key] = new StoredObject(content, request.ContentType, request.Headers.CacheControl.ToString());
                request.HttpContext.Response.Headers.ETag = TagOf(content);
                return Results.Ok();
            case "DELETE":
                _objects.TryRemove(key, out _);
                return Results.NoContent();
            case "GET" or "HEAD" when _objects.TryGetValue(key, out var found):
                request.HttpContext.Response.Headers.ETag = TagOf(found.Content);
                return Results.Bytes(found.Content, found.ContentType);
            case "GET" or "HEAD":
                return Error(StatusCodes.Status404NotFound, "NoSuchKey");
            default:
                return Error(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed");
        }
    }

    private static IResult Error(int status, string code) =>
        Results.Content($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message><RequestId>simulated</RequestId></Error>", "application/xml", statusCode: status);

#pragma warning disable CA5351 // What the service answers, and its clients check.
    private static string TagOf(byte[] content) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>What a bucket holds under a key.</summary>
public sealed record StoredObject(byte[] Content, string? ContentType, string CacheControl);
