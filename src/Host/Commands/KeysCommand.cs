using System.CommandLine;
using EcommerceBot.Tools;

namespace EcommerceBot.Host.Commands;

/// <summary><c>keys</c>: makes, lists, rotates and revokes the keys with which agents reach <c>/mcp</c>.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make, list, rotate and revoke the keys with which AI agents reach /mcp.") { CreateKey(), ListKeys(), RotateKey(), RevokeKey() };

    private static Command CreateKey()
    {
        var name = new Option<string>("--name") { Description = "Who will use it; shown in lists.", Required = true };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "What it may do: catalog:read, cart:write, order:read, order:write, admin. Repeat it for several; the first four when left out.",
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

    private static Command RotateKey()
    {
        var id = new Argument<string>("id") { Description = "As `keys list` shows it." };
        var overlap = new Option<double>("--overlap-hours") { Description = "How long the old key works on; 24 when left out.", DefaultValueFactory = _ => 24 };
        var command = new Command("rotate", "Make a new key for the same owner. It is shown this once; the old one ends after the overlap.") { id, overlap };
        command.SetAction((arguments, cancellationToken) => HostCommands.WithModulesAsync(async services =>
        {
            var text = await services.RotateApiKeyAsync(arguments.GetValue(id)!, TimeSpan.FromHours(arguments.GetValue(overlap)), cancellationToken);
            Console.WriteLine(text ?? "There is no such key that is still good: see `keys list`.");
            return text is null ? 1 : 0;
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
