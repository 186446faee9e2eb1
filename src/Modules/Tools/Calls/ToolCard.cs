using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>What a caller is told of a tool before using it.</summary>
internal sealed record ToolCard
{
    public required string Name { get; init; }
    public required string Title { get; init; }

    /// <summary>Sentences a model can act on: what it does, when to use it, what comes next.</summary>
    public required string Description { get; init; }
    public required JsonElement InputSchema { get; init; }
    public required JsonElement OutputSchema { get; init; }

    /// <summary>What an API key must be allowed to do.</summary>
    public required string Scope { get; init; }
    public required bool ReadOnly { get; init; }

    /// <summary>Takes something away that was there.</summary>
    public bool Destructive { get; init; }

    /// <summary>Without a key, calling it twice with the same arguments still has one effect.</summary>
    public bool Idempotent { get; init; }

    /// <summary>A tool that only looks.</summary>
    public static ToolCard Reading<TInput, TResult>(string name, string title, string scope, string description) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        Scope = scope,
        ReadOnly = true,
        Idempotent = true,
        InputSchema = ToolSchema.Input<TInput>(),
        OutputSchema = ToolSchema.Output<TResult>(),
    };

    /// <summary>A tool with an effect.</summary>
    public static ToolCard Writing<TInput, TResult>(string name, string title, string scope, string description)
        where TInput : KeyedInput =>
        Reading<TInput, TResult>(name, title, scope, description) with { ReadOnly = false, Idempotent = false };
}
