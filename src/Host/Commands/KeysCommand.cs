using System.CommandLine;
using EcommerceBot.Tools;

namespace EcommerceBot.Host.Commands;

/// <summary><c>keys</c>: makes, lists and revokes the keys with which agents reach <c>/mcp</c>.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make, list and revoke the keys with which AI agents reach /mcp.") { CreateKey(), ListKeys(), RevokeKey() };

    private static Command CreateKey()
    {
        var name = new Option<string>("--name") { Description = "Who will use it; shown in lists.", Required = true };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "What it may do: catalog:read, cart:write, order:read, order:write. Repeat it for several; all four when left out.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var days = new Option<int?>("--days") { Description = "Days until it expires; never when left out." };
        var command = new Command("create", "Make a key. It is shown this once: only its hash is stored.") { name, scopes, days };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(async services =>
        {
            var expires = arguments.GetValue(days) is { } lifetime ? services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(lifetime) : (DateTimeOffset?)null;
            Console.WriteLine(await services.CreateApiKeyAsync(arguments.GetValue(name)!, arguments.GetValue(scopes) ?? [], expires, cancellationToken));
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command ListKeys()
    {
        var command = new Command("list", "List the keys, without their secrets.");
        command.SetAction((_, cancellationToken) => HostCommands.WithModulesAsync(async services =>
        {
            foreach (var line in await services.ListApiKeysAsync(cancellationToken))
                Console.WriteLine(line);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command RevokeKey()
    {
        var id = new Argument<string>("id") { Description = "As `keys list` shows it." };
        var command = new Command("revoke", "Make a key worthless from the next call on.") { id };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(async services =>
        {
            var revoked = await services.RevokeApiKeyAsync(arguments.GetValue(id)!, cancellationToken);
            Console.WriteLine(revoked ? "Revoked." : "There is no such key that is still good: see `keys list`.");
            return revoked ? 0 : 1;
        }, cancellationToken));
        return command;
    }
}
