using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Outbound;

public sealed class SendTests : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private CloudApiStub _api = null!;

    public async ValueTask InitializeAsync() => _api = await CloudApiStub.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [StoreFact]
    public async Task NoAnswerAndNoEcho_IsSentOnceMoreUnderTheSameCorrelationAndTheNextWaits()
    {
        await using var shop = await StartAsync();
        _api.Answer = (number, _, http) =>
        {
            if (number == 1)
                http.Abort();
            return Task.FromResult<IResult?>(null);
        };

        await SayAsync(shop, "first", "second");

        await UntilCallsAsync(shop, 3);
        Assert.Equal(["first", "first", "second"], _api.Calls.Select(CloudApiStub.TextOf));
        Assert.Equal(CloudApiStub.CorrelationOf(_api.Calls[0]), CloudApiStub.CorrelationOf(_api.Calls[1]));
        await UntilStateAsync(shop, 1, OutboundState.Sent);
        Assert.Equal([true, false], await shop.ReadAsync(db => db.Outbound.OrderBy(x => x.Sequence).Select(x => x.PossibleDuplicate).ToListAsync()));
    }

    [StoreFact]
    public async Task NoAnswerButTheEchoComes_IsNotSentAgainAndTheNextGoes()
    {
        await using var shop = await StartAsync();
        _api.Answer = async (number, body, http) =>
        {
            if (number > 1)
                return null;
            await shop.PostWebhookAsync(WhatsAppPost.Statuses(WhatsAppPost.Status("wamid.unheard", "delivered", CloudApiStub.CorrelationOf(body))));
            http.Abort();
            return null;
        };

        await SayAsync(shop, "first", "second");

        await UntilCallsAsync(shop, 2);
        Assert.Equal(["first", "second"], _api.Calls.Select(CloudApiStub.TextOf));
        await UntilStateAsync(shop, 1, OutboundState.Delivered);
        Assert.Equal("wamid.unheard", await shop.ReadAsync(db => db.Outbound.Where(x => x.Sequence == 1).Select(x => x.ProviderId).SingleAsync()));
    }

    [Theory]
    [StoreData(true)]
    [StoreData(false)]
    public async Task StatusOvertakesTheAnswer_IsKeptAndApplied(bool echoed)
    {
        await using var shop = await StartAsync();
        _api.Answer = async (number, body, _) =>
        {
            var row = CloudApiStub.CorrelationOf(body);
            await shop.PostWebhookAsync(WhatsAppPost.Statuses(WhatsAppPost.Status($"wamid.out-{row:N}-{number}", "read", echoed ? row : null)));
            await Until.TrueAsync(() => shop.ReadAsync(db => db.DeliveryStatuses.AnyAsync(x => x.State != StatusState.Pending)), "the status handled before the answer");
            return null;
        };

        await SayAsync(shop, "hello");

        await UntilStateAsync(shop, 1, OutboundState.Read);
        Assert.Single(_api.Calls);
        Assert.Equal(StatusState.Applied, await shop.ReadAsync(db => db.DeliveryStatuses.Select(x => x.State).SingleAsync()));
    }

    [Theory]
    [StoreData(131056, 4)]
    [StoreData(130429, 2)]
    [StoreData(190, 300)]
    public async Task RefusedForNow_IsSentLaterAndTheNextWaits(int code, int seconds)
    {
        await using var shop = await StartAsync();
        _api.Answer = (number, _, _) => Task.FromResult(number == 1 ? CloudApiStub.Refusal(code) : null);
        await SayAsync(shop, "first", "second");
        await UntilStateAsync(shop, 1, OutboundState.Queued, attempts: 1);
        var refusedAt = _time.GetUtcNow();

        await UntilCallsAsync(shop, 3, seconds > 60 ? TimeSpan.FromSeconds(10) : Step);

        Assert.Equal(["first", "first", "second"], _api.Calls.Select(CloudApiStub.TextOf));
        Assert.True(_time.GetUtcNow() - refusedAt >= TimeSpan.FromSeconds(seconds) - Step * 2, $"after {_time.GetUtcNow() - refusedAt}");
    }

    [StoreFact]
    public async Task TokenHasExpired_ManyConversationsPageTheOperatorOnceAnHourAndEveryReplyGoesOutInTheEnd()
    {
        const int Senders = 5;
        var (logs, mended) = (new CapturedLogs(), false);
        await using var shop = await ShopUnderTest.StartAsync(wishes =>
        {
            (wishes.WhatsAppApi, wishes.Time, wishes.Logs) = (_api.Url, _time, logs);
            wishes.Settings["Conversations:Leases:SweepInterval"] = wishes.Settings["Conversations:Leases:SweepPause"] = "00:00:01";
        });
        _api.Answer = (_, _, _) => Task.FromResult(mended ? null : CloudApiStub.Refusal(190, StatusCodes.Status401Unauthorized));
        var started = _time.GetUtcNow();
        await shop.PostWebhookAsync(WhatsAppPost.Messages(Enumerable.Range(1, Senders).Select(n => WhatsAppPost.Text($"{n}", $"wamid.{n}", $"{n}"))));

        await UntilAsync(shop, TimeSpan.FromMinutes(5), () => Task.FromResult(_time.GetUtcNow() - started >= TimeSpan.FromMinutes(90)), "90 minutes");
        Assert.Equal(2, logs.Count("WhatsAppNeedsOperator"));
        mended = true;

        await UntilAsync(shop, TimeSpan.FromMinutes(1), () => shop.ReadAsync(db => db.Outbound.AllAsync(x => x.State == OutboundState.Sent)), "every reply sent");
        Assert.Equal(Senders, await shop.ReadAsync(db => db.Outbound.CountAsync()));
    }

    [StoreFact]
    public async Task RefusedForGood_FailsWithItsCodeAndTheNextGoes()
    {
        await using var shop = await StartAsync();
        _api.Answer = (number, _, _) => Task.FromResult(number == 1 ? CloudApiStub.Refusal(131026) : null);

        await SayAsync(shop, "first", "second");

        await UntilStateAsync(shop, 2, OutboundState.Sent);
        Assert.Equal(2, _api.Calls.Count);
        Assert.Equal("131026", await shop.ReadAsync(db => db.Outbound.Where(x => x.Sequence == 1 && x.State == OutboundState.Failed).Select(x => x.Reason).SingleAsync()));
    }

    [StoreFact]
    public async Task WindowHasClosed_NothingIsSent()
    {
        await using var shop = await StartAsync();
        _api.Answer = (_, _, _) => Task.FromResult<IResult?>(CloudApiStub.Refusal(131016, StatusCodes.Status503ServiceUnavailable));
        await SayAsync(shop, "late");
        await UntilStateAsync(shop, 1, OutboundState.Queued, attempts: 1);
        var calls = _api.Calls.Count;

        await shop.ReadAsync(db => db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(x => x.LastInboundAt, _time.GetUtcNow() - TimeSpan.FromHours(24))));

        await UntilStateAsync(shop, 1, OutboundState.Failed);
        Assert.Equal("window_closed", await shop.ReadAsync(db => db.Outbound.Select(x => x.Reason).SingleAsync()));
        Assert.Equal(calls, _api.Calls.Count);
    }

    [StoreFact]
    public async Task ProcessDiedWhileSending_TheRowIsUnknownAndSentOnceMore()
    {
        using var data = new TempFolder();
        await using (var dead = await StartAsync(data))
        {
            await SayAsync(dead, "hello");
            await UntilStateAsync(dead, 1, OutboundState.Sent);
            await dead.ReadAsync(db => db.Outbound.ExecuteUpdateAsync(set => set.SetProperty(x => x.State, OutboundState.Sending)));
        }

        await using var shop = await StartAsync(data);

        await UntilStateAsync(shop, 1, OutboundState.Unknown);
        await UntilCallsAsync(shop, 2);
        Assert.Equal(CloudApiStub.CorrelationOf(_api.Calls[0]), CloudApiStub.CorrelationOf(_api.Calls[1]));
    }

    [StoreFact]
    public async Task TurnBegins_TheMessageIsMarkedReadAndTypingIsShown()
    {
        await using var shop = await StartAsync();

        await SayAsync(shop, "hello");

        await Until.TrueAsync(() => _api.Receipts.Count == 1, "the receipt");
        Assert.Equal("wamid.1", (string?)_api.Receipts[0]["message_id"]);
        Assert.Equal("text", (string?)_api.Receipts[0]["typing_indicator"]!["type"]);
    }

    private Task<ShopUnderTest> StartAsync(TempFolder? data = null) => ShopUnderTest.StartAsync(wishes =>
    {
        (wishes.WhatsAppApi, wishes.Time, wishes.Data) = (_api.Url, _time, data);
        wishes.Settings["Conversations:Leases:SweepInterval"] = wishes.Settings["Conversations:Leases:SweepPause"] = "00:00:01";
    });

    private static Task<HttpResponseMessage> SayAsync(ShopUnderTest shop, params string[] texts) =>
        shop.PostWebhookAsync(WhatsAppPost.Messages(texts.Select((text, at) => WhatsAppPost.Text("1", $"wamid.{at + 1}", text))));

    private Task UntilCallsAsync(ShopUnderTest shop, int count, TimeSpan? step = null) =>
        UntilAsync(shop, step ?? Step, () => Task.FromResult(_api.Calls.Count >= count), $"{count} calls");

    private Task UntilStateAsync(ShopUnderTest shop, int sequence, OutboundState state, int attempts = 0) => UntilAsync(
        shop, TimeSpan.FromMilliseconds(100),
        () => shop.ReadAsync(db => db.Outbound.AnyAsync(x => x.Sequence == sequence && x.State == state && x.Attempts >= attempts)), $"row {sequence} {state}");

    /// <summary>The clock stands still while somebody works: else a slow machine would look like a dead owner.</summary>
    private Task UntilAsync(ShopUnderTest shop, TimeSpan step, Func<Task<bool>> condition, string what) => Until.TrueAsync(async () =>
    {
        if (await condition())
            return true;
        if (!await shop.ReadAsync(db => db.Leases.AnyAsync(x => x.Owner != null)))
            _time.Advance(step);
        return false;
    }, what);
}
