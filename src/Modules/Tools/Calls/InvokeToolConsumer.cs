using EcommerceBot.Tools.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Tools.Calls;

/// <summary>Calls a tool for the agent of a conversation.</summary>
internal sealed class InvokeToolConsumer(Toolbox toolbox) : IConsumer<InvokeTool>
{
    public async Task Consume(ConsumeContext<InvokeTool> context)
    {
        var call = context.Message;
        await context.RespondAsync(await toolbox.CallAsync(call.Tool, call.Arguments, call.OwnerId, call.Key, context.CancellationToken));
    }
}
