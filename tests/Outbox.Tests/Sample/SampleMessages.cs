namespace EcommerceBot.Outbox.Tests.Sample;

public sealed record DoWork
{
    public required Guid Subject { get; init; }

    /// <summary>Attempts that fail before one succeeds.</summary>
    public int Failures { get; init; }
}

public sealed record WorkDone
{
    public required Guid Subject { get; init; }
}

public sealed record AskWork
{
    public required Guid Subject { get; init; }
}

public sealed record WorkAnswered
{
    public required Guid Subject { get; init; }
}

public sealed record Counted
{
    public required Guid TallyId { get; init; }
}

public sealed record DeadlineSet
{
    public required Guid TallyId { get; init; }
    public required TimeSpan After { get; init; }
}

public sealed record DeadlineDropped
{
    public required Guid TallyId { get; init; }
}

public sealed record DeadlinePassed
{
    public required Guid TallyId { get; init; }
}
