using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace EcommerceBot.Tools.Limits;

/// <summary>Registers what holds callers from outside back.</summary>
internal static class LimitRegistration
{
    public static void AddCallLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CallLimitOptions>().Bind(configuration.GetSection(CallLimitOptions.SectionName))
            .Configure(options => options.PoolSize = configuration.GetValue("MCP_CLIENT_POOL_SIZE", options.PoolSize))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CallPool>().AddSingleton<MemoryQuota>();
        services.AddSingleton<IQuotaCounter>(provider => provider.GetService<IConnectionMultiplexer>() is { } redis
            ? ActivatorUtilities.CreateInstance<RedisQuota>(provider, redis)
            : provider.GetRequiredService<MemoryQuota>());
    }
}
