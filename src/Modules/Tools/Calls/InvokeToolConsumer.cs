using EcommerceBot.Tools.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Tools.Calls;

/// <summary>Calls a tool for the agent of a conversation.</summary>
internal sealed class InvokeToolConsumer(Toolbox toolbox) : IConsumer<InvokeTool>
{
    public async Task Consume(ConsumeContext<InvokeTool> context)
    {
        var asked = context.Message;
        var call = new ToolCall { Tool = asked.Tool, Arguments = asked.Arguments, OwnerId = asked.OwnerId, GuestOwnerId = asked.GuestOwnerId, Key = asked.Key, Until = context.ExpirationTime };
        await context.RespondAsync(await toolbox.CallAsync(call, context.CancellationToken));
    }
}
