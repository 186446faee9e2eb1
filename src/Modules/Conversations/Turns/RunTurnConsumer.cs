using EcommerceBot.Conversations.Contracts.Commands;
using MassTransit;

namespace EcommerceBot.Conversations.Turns;

/// <summary>Works off a conversation's pending rows, or tells the worker who is at it that there are more.</summary>
internal sealed class RunTurnConsumer(TurnRunner runner) : IConsumer<RunTurn>
{
    public Task Consume(ConsumeContext<RunTurn> context) => runner.RunAsync(context.Message.ConversationId, context.CancellationToken);
}
