using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>What the shop logged at Information and above: the message, its values and the exception.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(string? Name, string Line)> _events = new();

    public IReadOnlyList<string> Lines => [.. _events.Select(entry => entry.Line)];

    public int Count(string eventName) => _events.Count(entry => entry.Name == eventName);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                logs._events.Enqueue((eventId.Name, $"{logLevel} {category} {eventId.Name}: {formatter(state, exception)} {exception}"));
        }
    }
}
