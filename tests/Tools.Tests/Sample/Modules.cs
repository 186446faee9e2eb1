using System.Collections.Concurrent;
using EcommerceBot.Tools.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>Stands for Catalog and Orders: remembers what it is asked and answers as the test says.</summary>
internal sealed class Modules
{
    private readonly ConcurrentDictionary<Type, Func<object, object?>> _answers = new();
    private readonly ConcurrentQueue<object> _asked = new();

    public IReadOnlyList<T> Asked<T>() => [.. _asked.OfType<T>()];

    public T Single<T>() => Assert.Single(Asked<T>());

    public int Count => _asked.Count;

    /// <summary>A null answer is silence.</summary>
    public Modules On<T>(Func<T, object?> answer)
    {
        _answers[typeof(T)] = message => answer((T)message);
        return this;
    }

    public void Hear(object message) => _asked.Enqueue(message);

    public async Task AnswerAsync<T>(ConsumeContext<T> context) where T : class
    {
        _asked.Enqueue(context.Message);
        if (!_answers.TryGetValue(typeof(T), out var answer))
            throw new InvalidOperationException($"The test says nothing about {typeof(T).Name}.");
        if (answer(context.Message) is { } message)
            await context.RespondAsync(message, message.GetType());
    }
}

/// <summary>One queue per question, as the real modules have them.</summary>
internal sealed class ModuleConsumer<T>(Modules modules) : IConsumer<T> where T : class
{
    public Task Consume(ConsumeContext<T> context) => modules.AnswerAsync(context);
}

/// <summary>Stands for Conversations: hears what Tools publishes.</summary>
internal sealed class HeardConsumer(Modules modules) : IConsumer<HumanHelpRequested>
{
    public Task Consume(ConsumeContext<HumanHelpRequested> context)
    {
        modules.Hear(context.Message);
        return Task.CompletedTask;
    }
}
