using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.People;

internal sealed class AskForPerson(Handoffs handoffs) : Tool<HandOffInput, HandOffResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<HandOffInput, HandOffResult>(
        "hand_off_to_human", "Hand over to a person", ToolScopes.WriteCart,
        "Asks the shop's people to take over. Use it when the customer asks for a person, is upset, or wants what no tool does. Afterwards say so and stop.") with
    { Idempotent = true };

    protected override async Task<ToolAnswer<HandOffResult>> HandleAsync(HandOffInput input, ToolCaller caller, CancellationToken cancellationToken) =>
        await handoffs.RequestAsync(caller, input.Reason, cancellationToken) is { } requestedAt
            ? new HandOffResult { Message = "A person from the shop has been asked to take over.", RequestedAt = requestedAt }
            : Refusals.KeyReused();
}

internal sealed record HandOffInput : KeyedInput
{
    [Description("What it is about, for the person who takes over; without card numbers.")]
    [StringLength(500, MinimumLength = 1)]
    public required string Reason { get; init; }
}
