using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace EcommerceBot.Host.Limits;

/// <summary>Refuses an address that asks too much with 429 and the seconds to wait.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MemoryCounter>();
        builder.Services.AddSingleton<IRequestCounter>(services => services.GetService<IConnectionMultiplexer>() is { } redis
            ? ActivatorUtilities.CreateInstance<RedisCounter>(services, redis)
            : services.GetRequiredService<MemoryCounter>());
    }

    public static void UseRateLimits(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        var limits = options.PerAddress.Where(x => x.Value > 0).OrderByDescending(x => x.Key.Length).ToList();
        var (counter, time) = (app.Services.GetRequiredService<IRequestCounter>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (context, next) =>
        {
            var (path, limit) = limits.Find(x => context.Request.Path.StartsWithSegments(x.Key, StringComparison.Ordinal));
            if (path is null)
            {
                await next(context);
                return;
            }
            var number = Math.DivRem(time.GetUtcNow().Ticks, options.Window.Ticks, out var elapsed);
            if (await counter.CountAsync($"{path}:{Digest(context)}", number, options.Window) <= limit)
                await next(context);
            else
                await RefuseAsync(context, options.Window - TimeSpan.FromTicks(elapsed));
        });
    }

    // An address is personal data: Redis gets a digest.
    private static string Digest(HttpContext context) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context.Connection.RemoteIpAddress?.ToString() ?? "")).AsSpan(0, 12));

    private static Task RefuseAsync(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem($"Too many requests from your address. Try again in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
