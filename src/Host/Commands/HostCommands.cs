using System.CommandLine;
using EcommerceBot.Host.Errors;
using EcommerceBot.Host.Starting;
using EcommerceBot.Outbox.Storage;

namespace EcommerceBot.Host.Commands;

/// <summary>What the Host can do besides serving. Commands start neither bus nor relay: they write rows that the serving Host picks up.</summary>
internal static class HostCommands
{
    private static readonly RootCommand Root = new("EcommerceBot: a shop that talks. Without a command it serves the shop.")
    {
        ImportCommand.Create(),
        ExportCommand.Create(),
        MigrateCommand.Create(),
        HealthCommand.Create(),
        KeysCommand.Create(),
        McpStdioCommand.Create(),
        ErrorsCommand.Create(),
    };

    /// <summary>True for a command or a plea for help; anything else, such as <c>--urls</c>, belongs to the serving Host.</summary>
    public static bool Handles(string[] args) =>
        args is [var first, ..] && (Root.Subcommands.Any(command => command.Name == first) || first is "-h" or "-?" or "--help" or "--version");

    public static Task<int> RunAsync(string[] args) => Root.Parse(args).InvokeAsync();

    /// <summary>The modules on their store, without bus, relay or web server; the schema is there before the work begins.</summary>
    public static async Task<int> WithModulesAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddMountedSecrets();
        builder.AddStorage();
        builder.Services.AddModules(builder.Configuration);
        builder.AddMessaging();
        builder.AddErrors();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        using var host = builder.Build();
        await host.Services.MigrateStoresAsync(cancellationToken);
        try
        {
            return await work(host.Services);
        }
        catch (ArgumentException exception)
        {
            // Wrong words on the command line: the sentence is for the operator, the stack is not.
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
