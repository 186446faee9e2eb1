using EcommerceBot.Host.Errors;
using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox.Failures;
using Spectre.Console;

namespace EcommerceBot.Host.Commands;

/// <summary>
/// How <c>errors</c> works and ends. Exit codes: 0 done, 1 asked wrongly or no such message, 2 done in part (the rest is named with its reason), 3 the
/// store could not be reached.
/// </summary>
internal static class ErrorsRun
{
    public static Task<int> AtTheDeskAsync(Func<DeadLetterDesk, TimeProvider, Task<int>> work, CancellationToken cancellationToken) =>
        HostCommands.WithModulesAsync(async services =>
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                return await work(scope.ServiceProvider.GetRequiredService<DeadLetterDesk>(), services.GetRequiredService<TimeProvider>());
            }
            catch (Exception exception) when (BrokerAddress.IsAway(exception))
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 3;
            }
        }, cancellationToken);

    public static async Task<DeskOutcome> SettleAsync(DeadLetterDesk desk, DeskVerb verb, DeadLetterFilter filter, bool quiet, CancellationToken cancellationToken)
    {
        var actor = $"os:{Environment.UserName}";
        if (quiet || Console.IsOutputRedirected)
            return Outcome(await desk.SettleAsync(verb, filter, actor, progress: null, cancellationToken));
        return await AnsiConsole.Status().StartAsync("Looking …", async status =>
        {
            var progress = new Progress<int>(count => status.Status(verb == DeskVerb.Replay ? $"{count} replayed …" : $"{count} discarded …"));
            return Outcome(await desk.SettleAsync(verb, filter, actor, progress, cancellationToken));
        });

        DeskOutcome Outcome(DeskReport report) => new(verb, DryRun: false, report.Settled, report.Refused);
    }

    /// <summary>Every fault at once, by the name the option has.</summary>
    public static int Refuse(Dictionary<string, string[]> faults)
    {
        foreach (var (name, reasons) in faults)
            Console.Error.WriteLine($"--{string.Concat(name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"))}: {string.Join(' ', reasons)}");
        return 1;
    }

    public static int Missing()
    {
        Console.Error.WriteLine("There is no failed message with this id or message id: see `errors list`. It may have been replayed or discarded meanwhile.");
        return 1;
    }

    public static int CodeOf(DeskOutcome outcome, DeadLetterFilter filter)
    {
        if (outcome.Refused.Count > 0)
            return 2;
        // Whoever names one means that one; a filter may well fit nothing.
        return outcome.Count == 0 && filter.Ids.Count > 0 ? Missing() : 0;
    }
}
