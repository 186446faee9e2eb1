using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Registers the relational store once, and each module's context on it.</summary>
public static class StorageRegistration
{
    /// <summary>The store itself with the messaging tables: called once, by the Host or a test fixture.</summary>
    public static IServiceCollection AddRelationalStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.SectionName))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<RelaySignal>();
        services.AddScoped<OutboxBuffer>();
        return services.AddModuleDbContext<MessagingDbContext, SqliteMessagingDbContext>(MessagingDbContext.Module);
    }

    /// <summary>A module's context: migrated with the others, writing through the gate, its commits waking the relay.</summary>
    /// <typeparam name="TContext">What the module's code asks for.</typeparam>
    /// <typeparam name="TSqlite">The same model with the migrations of the embedded store.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="module">Schema name, and table prefix on SQLite.</param>
    public static IServiceCollection AddModuleDbContext<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TContext,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TSqlite>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext
        where TSqlite : TContext
    {
        services.AddSingleton(new ModuleStore(module, typeof(TContext)));
        return services.AddDbContext<TContext, TSqlite>((provider, options) =>
        {
            var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            SqliteConfiguration.Apply(options, storage.DatabaseFile, module);
            options.AddInterceptors(
                new SqliteWriteGateInterceptor(provider.GetRequiredService<SqliteWriteGate>()),
                new OutboxInterceptor(provider.GetRequiredService<OutboxBuffer>(), provider.GetRequiredService<RelaySignal>()));
        });
    }
}

/// <summary>One module's place in the store.</summary>
internal sealed record ModuleStore(string Module, Type ContextType);
