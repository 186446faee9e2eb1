using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Outbox.Tests.Failures;

public sealed class DeadLetterFilterTests
{
    private static readonly DateTimeOffset Failed = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DeadLetter Letter = new()
    {
        Id = "ab12",
        Queue = "orders-start-checkout",
        Kind = "error",
        MessageId = new Guid("11111111-2222-3333-4444-555555555555"),
        MessageType = "EcommerceBot.Orders.Contracts.Commands:StartCheckout",
        ExceptionType = "System.TimeoutException",
        ExceptionMessage = "The till did not open",
        FailedAt = Failed,
        Body = ReadOnlyMemory<byte>.Empty,
    };

    public static TheoryData<DeadLetterFilter, bool> Filters => new()
    {
        { new DeadLetterFilter(), true },
        { new DeadLetterFilter { Ids = ["AB12"] }, true },
        { new DeadLetterFilter { Ids = ["zz", "11111111222233334444555555555555"] }, true },
        { new DeadLetterFilter { Ids = ["ab1"] }, false },
        { new DeadLetterFilter { Queue = "orders-start" }, false },
        { new DeadLetterFilter { Queue = "orders-start-checkout", Type = "startcheckout" }, true },
        { new DeadLetterFilter { Type = "CancelOrder" }, false },
        { new DeadLetterFilter { Exception = "timeout" }, true },
        { new DeadLetterFilter { Exception = "TILL" }, true },
        { new DeadLetterFilter { FailedBefore = Failed }, false },
        { new DeadLetterFilter { FailedBefore = Failed.AddSeconds(1), FailedAfter = Failed.AddSeconds(-1) }, true },
        { new DeadLetterFilter { FailedAfter = Failed }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_FitsWhatHasAllOfIt(DeadLetterFilter filter, bool fits) => Assert.Equal(fits, filter.Fits(Letter));

    [Fact]
    public void TimeOfFailureUnknown_FitsNoAge()
    {
        var unknown = Letter with { FailedAt = null };

        Assert.False(new DeadLetterFilter { FailedBefore = DateTimeOffset.MaxValue }.Fits(unknown));
        Assert.False(new DeadLetterFilter { FailedAfter = DateTimeOffset.MinValue }.Fits(unknown));
    }
}
