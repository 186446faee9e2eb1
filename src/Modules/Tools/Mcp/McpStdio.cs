using EcommerceBot.Tools.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace EcommerceBot.Tools.Mcp;

/// <summary>The same server over standard input and output, for a client that starts the shop as its own process.</summary>
internal sealed class McpStdio(IServiceScopeFactory scopes, IHostEnvironment environment, IOptions<McpOptions> options) : IHostedLifecycleService
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<McpStdio>().AddHostedService(provider => provider.GetRequiredService<McpStdio>());
        services.AddMcpServer().WithStdioServerTransport().WithMessageFilters(filters => filters.AddIncomingFilter(next => async (context, cancellationToken) =>
        {
            var caller = await context.Services!.GetRequiredService<McpStdio>().RecogniseAsync(cancellationToken);
            context.User = (caller ?? ToolUser.Nobody).ToPrincipal();
            await next(context, cancellationToken);
        }));
    }

    /// <summary>Before anything is answered: a client would otherwise find a shop without tools and no reason.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await RecogniseAsync(cancellationToken) is null)
            throw new InvalidOperationException("Set Tools__Mcp__StdioApiKey to a valid API key (ebk_…; made with: -- keys create). Only in Development is none needed.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asked with every message, so that a revoked key ends at once here too.</summary>
    private async Task<ToolUser?> RecogniseAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.StdioApiKey))
            return environment.IsDevelopment() ? ToolUser.Developer : null;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApiKeys>().RecogniseAsync(options.Value.StdioApiKey, cancellationToken);
    }
}
