using System.Text;
using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Tables;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Failures;

/// <summary>The desk over the embedded store's rows.</summary>
public sealed class RowsDeskTests : IDisposable
{
    /// <summary>Two deliveries of seven attempts each, as <see cref="SampleHost"/> retries.</summary>
    private const int AllAttempts = 14;

    private readonly TempFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task ReplayedByACommand_TheServingProgramHandlesItOnceUnderItsId()
    {
        await using var serving = await SampleHost.StartAsync(_data.Path);
        await using var command = await SampleHost.StartAsync(_data.Path, startBus: false);
        var (subject, published) = (Guid.NewGuid(), Guid.NewGuid());
        await serving.Bus.Publish(new DoWork { Subject = subject, Failures = AllAttempts }, c => c.MessageId = published, Token);
        await SampleHost.UntilAsync(async () => await FailedAsync(serving) == 1, "the failed message");
        var messageId = await serving.ReadAsync(db => db.FailedMessages.Select(x => x.MessageId).SingleAsync());

        var report = await AtDeskAsync(command, desk => desk.SettleAsync(DeskVerb.Replay, new DeadLetterFilter { Ids = [$"{messageId}"] }, "os:olga", null, Token));

        Assert.Equal((1, 0), (report.Settled, report.Refused.Count));
        await SampleHost.UntilAsync(async () => await serving.CountAsync(subject, "recorded") == 1, "the effect of the effect");
        Assert.Equal(1, await serving.CountAsync(subject, "worked"));
        Assert.Equal(0, await FailedAsync(serving));
        // A delayed redelivery has a MessageId of its own and names the first one in a header, which the inbox goes by.
        Assert.True(await serving.ReadAsync(db => db.Set<InboxState>().AnyAsync(x => x.MessageId == published)));
        var action = await serving.ReadAsync(db => db.DeskActions.SingleAsync());
        Assert.Equal(("os:olga", "replay", $"id={messageId}", messageId, 1), (action.Actor, action.Verb, action.Filter, action.MessageId!.Value, action.Settled));
        Assert.NotNull(action.FinishedAt);
    }

    [Fact]
    public async Task FailsAgain_ComesBackAsAnotherLetterOfTheSameMessage()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();
        await host.Bus.Publish(new DoWork { Subject = subject, Failures = int.MaxValue }, Token);
        await SampleHost.UntilAsync(async () => await FailedAsync(host) == 1, "the failed message");
        var first = Assert.Single((await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 10, null, Token))).Letters);

        await AtDeskAsync(host, desk => desk.SettleAsync(DeskVerb.Replay, new DeadLetterFilter(), "api:admin-key", null, Token));

        await SampleHost.UntilAsync(async () => await FailedAsync(host) == 1, "its return");
        var second = Assert.Single((await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 10, null, Token))).Letters);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Contains($"{subject}", Encoding.UTF8.GetString(second.Body.Span), StringComparison.OrdinalIgnoreCase);
        Assert.True(second.FailedAt > first.FailedAt);
        Assert.Equal("EcommerceBot.Outbox.Tests.Sample:DoWork", second.MessageType);
        Assert.Contains(nameof(DoWorkConsumer), second.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestFails_ItsAskerIsToldAndNothingIsKept()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var client = host.Services.GetRequiredService<IBus>().CreateRequestClient<DoWork>(RequestTimeout.After(s: 20));

        await Assert.ThrowsAsync<RequestFaultException>(() => client.GetResponse<WorkDone>(new DoWork { Subject = Guid.NewGuid(), Failures = int.MaxValue }, Token));

        // A command that fails behind it on the same queue: when it is kept, the request would have been.
        var command = Guid.NewGuid();
        await host.Bus.Publish(new DoWork { Subject = command, Failures = int.MaxValue }, Token);
        await SampleHost.UntilAsync(async () => await FailedAsync(host) > 0, "the failed command");
        var kept = await host.ReadAsync(db => db.FailedMessages.Select(x => x.Body).SingleAsync());
        Assert.Contains($"{command}", Encoding.UTF8.GetString(kept), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task BodyIsNoMessage_ListedRawNotReplayedAndDiscarded()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        await AddAsync(host, Row("orders-start-checkout", 1) with { Body = [0xff, 0x00, 0x07], MessageType = "" });
        var letter = Assert.Single((await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 10, null, Token))).Letters);

        var replayed = await AtDeskAsync(host, desk => desk.SettleAsync(DeskVerb.Replay, new DeadLetterFilter(), "os:olga", null, Token));
        var stillThere = await FailedAsync(host);
        var discarded = await AtDeskAsync(host, desk => desk.SettleAsync(DeskVerb.Discard, new DeadLetterFilter { Ids = [letter.Id] }, "os:olga", null, Token));

        Assert.Equal("", letter.MessageType);
        Assert.Equal(0, replayed.Settled);
        Assert.Contains("Discard it", Assert.Single(replayed.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (stillThere, discarded.Settled, await FailedAsync(host)));
        Assert.Equal([0, 1], await host.ReadAsync(db => db.DeskActions.OrderBy(x => x.Id).Select(x => x.Settled).ToListAsync()));
    }

    [Fact]
    public async Task PagesWhileLettersGo_NeitherRepeatNorLeaveOut()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        for (var minute = 1; minute <= 5; minute++)
            await AddAsync(host, Row("catalog-reserve-stock", minute));

        var first = await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 2, null, Token));
        await AtDeskAsync(host, desk => desk.SettleAsync(DeskVerb.Discard, new DeadLetterFilter { Ids = [first.Letters[0].Id] }, "os:olga", null, Token));
        var second = await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 2, first.Next, Token));
        var third = await AtDeskAsync(host, desk => desk.ListAsync(new DeadLetterFilter(), 2, second.Next, Token));

        Assert.Equal(["5", "4", "3", "2", "1"], [.. first.Letters.Concat(second.Letters).Concat(third.Letters).Select(x => x.Id)]);
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task FilterByQueue_SettlesThoseAndCountingSettlesNone()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        for (var i = 0; i < 250; i++)
            await AddAsync(host, Row(i % 5 == 0 ? "catalog-reserve-stock" : "orders-start-checkout", i));
        var filter = new DeadLetterFilter { Queue = "orders-start-checkout" };

        Assert.Equal((200, 250), (await AtDeskAsync(host, desk => desk.CountAsync(filter, Token)), await FailedAsync(host)));
        var report = await AtDeskAsync(host, desk => desk.SettleAsync(DeskVerb.Discard, filter, "os:olga", null, Token));

        Assert.Equal((200, 50), (report.Settled, await FailedAsync(host)));
    }

    private static Task<int> FailedAsync(SampleHost host) => host.ReadAsync(db => db.FailedMessages.CountAsync());

    private static async Task<T> AtDeskAsync<T>(SampleHost host, Func<DeadLetterDesk, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DeadLetterDesk>());
    }

    private static Task<int> AddAsync(SampleHost host, SampleRow row) => host.ReadAsync(async db =>
    {
        db.Add(new FailedMessage
        {
            Queue = row.Queue, FailedAt = row.FailedAt, Body = row.Body, MessageType = row.MessageType, MessageId = Guid.NewGuid(),
            ContentType = "application/vnd.masstransit+json", ExceptionType = "System.InvalidOperationException", ExceptionMessage = "no",
        });
        return await db.SaveChangesAsync(Token);
    });

    private static SampleRow Row(string queue, int minute) => new(queue, new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute), "{}"u8.ToArray(), "urn:message:A:B");

    private sealed record SampleRow(string Queue, DateTime FailedAt, byte[] Body, string MessageType);
}
