using System.CommandLine;
using EcommerceBot.Host.Starting;
using EcommerceBot.Tools;

namespace EcommerceBot.Host.Commands;

/// <summary><c>mcp-stdio</c>: the shop as the child process of one AI client, on standard input and output.</summary>
internal static class McpStdioCommand
{
    public static Command Create()
    {
        var command = new Command("mcp-stdio", "Serve the tools to one AI client over standard input and output (MCP). Logs go to standard error.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddMountedSecrets();
        // Standard output carries the protocol and nothing else.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.AddStorage();
        builder.Services.AddModules(builder.Configuration);
        builder.Services.AddToolsOverStdio();
        builder.AddMessaging();
        using var host = builder.Build();
        using var store = host.LockEmbeddedStore();
        await host.MigrateStoreAsync();
        await host.RunAsync(cancellationToken);
        return 0;
    }
}
