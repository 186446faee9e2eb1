namespace EcommerceBot.Host.Profiling;

/// <summary><c>/debug/pprof</c>: off unless asked for, on a port of its own, for whoever has the token, one at a time.</summary>
internal static class ProfilingApi
{
    private const int LongestSeconds = 60;
    private const string Binary = "application/octet-stream";

    // A profile slows the process down and buffers in it: two at once would profile each other.
    private static readonly SemaphoreSlim One = new(1, 1);

    public static void MapProfiling(this WebApplication app)
    {
        if (ProfilingSettings.Read(app.Configuration) is not { } settings)
            return;
        var debug = app.MapGroup("/debug/pprof").DisableHttpMetrics().ExcludeFromDescription();
        debug.AddEndpointFilter(async (context, next) => settings.Admits(context.HttpContext.Request) ? await next(context) : Strangers(context.HttpContext));
        debug.AddEndpointFilter(AloneAsync);
        debug.MapGet("/profile", ProfileAsync);
        debug.MapGet("/heap", HeapAsync);
    }

    private static async Task<IResult> ProfileAsync(HttpContext context, int seconds = 30, string format = "pprof")
    {
        if (seconds is < 1 or > LongestSeconds || format is not ("pprof" or "nettrace"))
            return Results.Problem($"seconds should be from 1 to {LongestSeconds}, format pprof or nettrace.", statusCode: StatusCodes.Status400BadRequest);
        await using var trace = new TraceFile();
        await CpuSampling.RecordAsync(trace.Path, TimeSpan.FromSeconds(seconds), context.RequestAborted);
        if (format == "nettrace")
            return new Download(await File.ReadAllBytesAsync(trace.Path, context.RequestAborted), "profile.nettrace");
        return new Download(await Task.Run(() => CpuProfile.Convert(trace, TimeSpan.FromSeconds(seconds)), context.RequestAborted), "profile.pb.gz");
    }

    private static async Task<IResult> HeapAsync(CancellationToken cancellationToken, int top = 100) =>
        Results.Json(await HeapSummary.TakeAsync(Math.Clamp(top, 1, 1000), cancellationToken));

    private static async ValueTask<object?> AloneAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await One.WaitAsync(TimeSpan.Zero))
            return Results.Problem("Another profile is being taken. Try again when it is done.", statusCode: StatusCodes.Status409Conflict);
        try
        {
            return await next(context);
        }
        finally
        {
            One.Release();
        }
    }

    private static IResult Strangers(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"profiling\"";
        return Results.Problem("Send the value of PROFILING_TOKEN as a bearer token, or as the password of basic authentication.", statusCode: StatusCodes.Status401Unauthorized);
    }

    private sealed class Download(byte[] content, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Results.Bytes(content, Binary, name).ExecuteAsync(httpContext);
    }
}
