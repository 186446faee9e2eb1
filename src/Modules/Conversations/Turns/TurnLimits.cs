using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>
/// Refuses limits that cannot work together: a wait that is longer than the one around it, or so many turns at once that a tool's queue alone
/// eats half of what its caller waits.
/// </summary>
internal sealed class TurnLimits(IConfiguration configuration) : IValidateOptions<TurnOptions>
{
    private const string TurnQueue = "conversations-run-turn";
    private const int DefaultWorkers = 8;

    public ValidateOptionsResult Validate(string? name, TurnOptions options)
    {
        var turns = configuration.GetValue<int?>($"Messaging:Lanes:{TurnQueue}") ?? configuration.GetValue("WORKERS", DefaultWorkers);
        var queueing = TimeSpan.FromSeconds(turns / options.SlowestToolRate);
        List<string> faults = [];
        if (options.ToolTimeout * 2 >= options.AgentTimeout)
            faults.Add($"Conversations:Turns:ToolTimeout ({options.ToolTimeout.TotalSeconds:0.#} s, asked twice) must be less than half of AgentTimeout ({options.AgentTimeout.TotalSeconds:0.#} s).");
        if (queueing > options.ToolTimeout / 2)
            faults.Add($"{turns} turns at once ÷ {options.SlowestToolRate:0.#} tool calls a second (Conversations:Turns:SlowestToolRate) let a call wait {queueing.TotalSeconds:0.#} s, "
                + $"more than half of ToolTimeout ({options.ToolTimeout.TotalSeconds:0.#} s): lower WORKERS or Messaging:Lanes:{TurnQueue}, or raise ToolTimeout.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
