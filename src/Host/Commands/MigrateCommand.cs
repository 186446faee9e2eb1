using System.CommandLine;
using Spectre.Console;

namespace EcommerceBot.Host.Commands;

/// <summary><c>migrate</c>: brings the schema to this program's version and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the store's schema to the version this program needs, then end. Repeating it changes nothing.");
        command.SetAction((_, cancellationToken) => HostCommands.WithModulesAsync(_ =>
        {
            AnsiConsole.MarkupLine("[green]The schema is up to date.[/]");
            return Task.FromResult(0);
        }, cancellationToken));
        return command;
    }
}
