using System.CommandLine;
using EcommerceBot.Host.Errors;
using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Commands;

/// <summary><c>errors</c>: lists, explains, replays and discards the messages that ran out of retries.</summary>
internal static class ErrorsCommand
{
    public static Command Create() => new("errors", "List, explain, replay and discard the messages that ran out of retries.")
    {
        List(), Show(),
        Decide(DeskVerb.Replay, "Send failed messages back to their queues, under the ids they had: what was done already is not done twice."),
        Decide(DeskVerb.Discard, "Remove failed messages for good."),
    };

    private static Command List()
    {
        var filter = new ErrorsOptions();
        var limit = new Option<int>("--limit") { Description = "How many at most, 1 to 500.", DefaultValueFactory = _ => 50 };
        var after = new Option<string?>("--after") { Description = "The next page: what the page before named." };
        var json = Json();
        var command = new Command("list", "List failed messages, the latest first.") { limit, after, json };
        filter.AddTo(command);
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 500)
                result.AddError("--limit takes a number from 1 to 500.");
        });
        command.SetAction((arguments, cancellationToken) => ErrorsRun.AtTheDeskAsync(async (desk, time) =>
        {
            var faults = new Dictionary<string, string[]>();
            var which = filter.Read(arguments).Read(time.GetUtcNow(), faults);
            if (arguments.GetValue(after) is { } start && !DeadLetterPage.IsStart(start))
                faults["after"] = ["It is no page of this list: copy it from the page before."];
            if (faults.Count > 0)
                return ErrorsRun.Refuse(faults);
            var page = await desk.ListAsync(which, arguments.GetValue(limit), arguments.GetValue(after), cancellationToken);
            ErrorsOutput.Write(page, arguments.GetValue(json));
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "An id as `errors list` shows it, or a message id." };
        var json = Json();
        var command = new Command("show", "Show one failed message: exception, stack trace, body.") { id, json };
        command.SetAction((arguments, cancellationToken) => ErrorsRun.AtTheDeskAsync(async (desk, _) =>
        {
            var letters = await desk.FindAsync(arguments.GetValue(id)!, cancellationToken);
            foreach (var letter in letters)
                ErrorsOutput.Write(letter, arguments.GetValue(json));
            return letters.Count > 0 ? 0 : ErrorsRun.Missing();
        }, cancellationToken));
        return command;
    }

    private static Command Decide(DeskVerb verb, string description)
    {
        var filter = new ErrorsOptions();
        var all = new Option<bool>("--all") { Description = "All of them; instead of a filter." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say how many it would be." };
        var json = Json();
        var command = new Command(verb == DeskVerb.Replay ? "replay" : "discard", description) { all, dryRun, json };
        filter.AddTo(command);
        command.SetAction((arguments, cancellationToken) => ErrorsRun.AtTheDeskAsync(async (desk, time) =>
        {
            var faults = new Dictionary<string, string[]>();
            var which = filter.Read(arguments).ReadForDecision(arguments.GetValue(all), time.GetUtcNow(), faults);
            if (faults.Count > 0)
                return ErrorsRun.Refuse(faults);
            var outcome = arguments.GetValue(dryRun)
                ? new DeskOutcome(verb, DryRun: true, await desk.CountAsync(which, cancellationToken), [])
                : await ErrorsRun.SettleAsync(desk, verb, which, quiet: arguments.GetValue(json), cancellationToken);
            ErrorsOutput.Write(outcome, arguments.GetValue(json));
            return ErrorsRun.CodeOf(outcome, which);
        }, cancellationToken));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "Write JSON, the same as the REST API answers." };
}
