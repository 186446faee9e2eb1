using Microsoft.AspNetCore.Diagnostics;

namespace EcommerceBot.Host;

/// <summary>What every answer carries and every request is held to.</summary>
internal static class Security
{
    private const long LargestBody = 3 * 1024 * 1024;

    private const string PagePolicy =
        "default-src 'self'; img-src 'self' https: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Scalar, which draws the reference page, brings inline styles and script of its own.
    private const string ReferencePolicy =
        "default-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static StaticFileOptions StaticFiles { get; } = new()
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
    };

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddProblemDetails();
        // A year, as browsers ask before they believe it; sent on https only, also on https that ended at a known proxy.
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseSecurity(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(AddHeaders);
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
    }

    /// <summary>A body that is too large or cut short is the sender's fault, not ours.</summary>
    private static int StatusOf(Exception exception) => exception is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>As the answer starts, because the exception handler clears what was set before it.</summary>
    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var policy = context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? ReferencePolicy : PagePolicy;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", policy);
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "no-referrer");
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
