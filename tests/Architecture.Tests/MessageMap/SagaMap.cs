using EcommerceBot.Architecture.Tests.Consumers;
using EcommerceBot.Architecture.Tests.House;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Architecture.Tests.MessageMap;

/// <summary>A state machine as an outsider may know it: each state, and the events it waits for there.</summary>
internal static class SagaMap
{
    private const string ScheduleSuffix = ".AnyReceived";

    public static IReadOnlyList<string> Render(Type machineType)
    {
        using var services = Registrations.Build().BuildServiceProvider();
        var machine = (StateMachine)ActivatorUtilities.CreateInstance(services, machineType);
        var outcomes = SagaOutcomes.Of(machine);
        List<string> states = [.. machine.States.Select(state => state.Name).Where(name => name != machine.Final.Name)];
        return
        [
            "",
            $"### {machineType.Name}",
            "",
            $"Queue `{ConsumerRules.QueueOf(machineType)}`.",
            "",
            $"Where each event leads from each state; `{SagaOutcomes.Stays}` is handled without leaving it.",
            "",
            $"| event | {string.Join(" | ", states)} |",
            $"| --- |{string.Concat(states.Select(_ => " --- |"))}",
            .. EventsOf(machine).Select(name => $"| `{name}` | {string.Join(" | ", states.Select(state => Shown(outcomes.In(state, name), state, machine)))} |"),
        ];
    }

    /// <summary>Every event that somebody sends, and each schedule by its own name.</summary>
    public static IReadOnlyList<string> EventsOf(StateMachine machine) =>
    [
        .. machine.Events.Select(found => found.Name).Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Concat(machine.Events.Select(found => found.Name).Where(name => name.EndsWith(ScheduleSuffix, StringComparison.Ordinal)).Select(name => name[..^ScheduleSuffix.Length]))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    // Before it begins a saga has no row; what finds none is dropped or faulted by its correlation.
    private static string Shown(string outcome, string state, StateMachine machine) =>
        outcome == SagaOutcomes.Undefined && state == machine.Initial.Name ? "–" : outcome;
}
