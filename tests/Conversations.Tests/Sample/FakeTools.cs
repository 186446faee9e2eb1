using System.Collections.Concurrent;
using EcommerceBot.Conversations.Contracts.Events;
using EcommerceBot.Tools.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>Stands for Tools and what is behind it: acts once per key, and remembers what it was asked.</summary>
internal sealed class FakeTools
{
    private readonly ConcurrentDictionary<string, ToolResult> _effects = new();
    private readonly ConcurrentQueue<InvokeTool> _asked = new();

    /// <summary>Every question, repeated ones too.</summary>
    public IReadOnlyCollection<InvokeTool> Asked => _asked;

    /// <summary>Distinct keys that took effect.</summary>
    public int Effects => _effects.Count;

    private readonly TaskCompletionSource _closing = new();

    /// <summary>Never answers, as long as the shop is open.</summary>
    public Task Silence => _closing.Task;

    public void Close() => _closing.TrySetResult();

    /// <summary>What a tool answers instead of saying what it did.</summary>
    public ConcurrentDictionary<string, ToolResult> Answers { get; } = new();

    /// <summary>Called after the effect and before the answer.</summary>
    public Func<InvokeTool, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    public async Task<ToolResult> ActAsync(InvokeTool question)
    {
        _asked.Enqueue(question);
        var result = _effects.GetOrAdd(question.Key, _ => new ToolResult { IsError = false, Content = $$"""{"done":"{{question.Tool}}","number":{{_effects.Count + 1}}}""", Text = "done" });
        await BeforeAnswer(question);
        return Answers.GetValueOrDefault(question.Tool, result);
    }
}

internal sealed class FakeInvokeToolConsumer(FakeTools tools) : IConsumer<InvokeTool>
{
    public async Task Consume(ConsumeContext<InvokeTool> context) => await context.RespondAsync(await tools.ActAsync(context.Message));
}

/// <summary>Conversations that were handed to a person.</summary>
internal sealed class HandedOff
{
    public ConcurrentQueue<Guid> Conversations { get; } = new();
}

internal sealed class HandedOffConsumer(HandedOff seen) : IConsumer<ConversationHandedOff>
{
    public Task Consume(ConsumeContext<ConversationHandedOff> context)
    {
        seen.Conversations.Enqueue(context.Message.ConversationId);
        return Task.CompletedTask;
    }
}
