using EcommerceBot.Architecture.Tests.Consumers;
using EcommerceBot.Architecture.Tests.House;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Architecture.Tests.MessageMap;

/// <summary>A state machine as an outsider may know it: each state, and the events it waits for there.</summary>
internal static class SagaMap
{
    public static IReadOnlyList<string> Render(Type machineType)
    {
        using var services = Registrations.Build().BuildServiceProvider();
        var machine = (StateMachine)ActivatorUtilities.CreateInstance(services, machineType);
        return
        [
            "",
            $"### {machineType.Name}",
            "",
            $"Queue `{ConsumerRules.QueueOf(machineType)}`.",
            "",
            "| state | awaits |",
            "| --- | --- |",
            .. machine.States.Where(state => state.Name != machine.Final.Name)
                .Select(state => $"| {state.Name} | {Join(machine.NextEvents(state).Where(IsOwn).Select(found => $"`{found.Name}`"))} |"),
        ];
    }

    // Every state also has the enter and leave events that MassTransit raises itself.
    private static bool IsOwn(Event found) => !found.Name.Contains('.', StringComparison.Ordinal);

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));
}
