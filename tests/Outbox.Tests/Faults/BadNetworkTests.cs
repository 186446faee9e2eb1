using EcommerceBot.Outbox.Tests.Postgres;
using EcommerceBot.Outbox.Tests.Sample;
using EcommerceBot.Servers;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Faults;

/// <summary>Relays and consumers behind proxies that break the network; effects are counted past them.</summary>
[Collection("one broker, one set of queues")]
public sealed class BadNetworkTests(ServersFixture servers)
{
    private const int Messages = 200;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DatabaseCutBetweenConfirmAndCommit_SentAgainAndHandledOnce()
    {
        var settings = await servers.FreshAsync();
        await using var proxy = new TcpProxy(servers.Postgres!.Port);
        await using var writer = await SampleHost.StartAsync(settings, startBus: false);
        await using var host = await SampleHost.StartAsync(Through(settings, database: proxy));
        proxy.CutWhenSent("DELETE FROM messaging.\"OutboxMessage\""u8.ToArray());

        var subjects = await WriteAsync(writer, 1);

        await HandledOnceAsync(writer, subjects);
        Assert.Equal(1, proxy.Cuts);
    }

    [Fact]
    public async Task ConnectionsCutAgainAndAgain_TwoProgramsHandleEachOnce()
    {
        var settings = await servers.FreshAsync();
        await using var database = new TcpProxy(servers.Postgres!.Port);
        await using var broker = new TcpProxy(servers.RabbitMq!.Port);
        await using var writer = await SampleHost.StartAsync(settings, startBus: false);
        await using var one = await SampleHost.StartAsync(Through(settings, database, broker));
        await using var other = await SampleHost.StartAsync(Through(settings, database, broker));

        var subjects = new List<Guid>();
        for (var round = 1; round <= 4; round++)
        {
            subjects.AddRange(await WriteAsync(writer, Messages / 4));
            await SampleHost.UntilAsync(async () => await RecordedAsync(writer, subjects) > subjects.Count - Messages / 8, "progress");
            database.CutAll();
            broker.CutAll();
        }

        await HandledOnceAsync(writer, subjects);
        Assert.DoesNotContain("deadlock detected", await servers.Postgres.ReadLogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseAndBrokerSlow_EachIsHandledOnce()
    {
        var settings = await servers.FreshAsync();
        await using var database = new TcpProxy(servers.Postgres!.Port) { Delay = TimeSpan.FromMilliseconds(5) };
        await using var broker = new TcpProxy(servers.RabbitMq!.Port) { Delay = TimeSpan.FromMilliseconds(5) };
        await using var writer = await SampleHost.StartAsync(settings, startBus: false);
        await using var host = await SampleHost.StartAsync(Through(settings, database, broker));

        await HandledOnceAsync(writer, await WriteAsync(writer, Messages / 4));
    }

    [Fact]
    public async Task BrokerFallsSilent_RowsStayAndLeaveWhenItSpeaksAgain()
    {
        var settings = await servers.FreshAsync();
        await using var broker = new TcpProxy(servers.RabbitMq!.Port);
        await using var writer = await SampleHost.StartAsync(settings, startBus: false);
        await using var host = await SampleHost.StartAsync(Through(settings, broker: broker));
        broker.Hold(requests: true, answers: true);

        var subjects = await WriteAsync(writer, 10);
        Assert.Equal(10, await writer.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
        broker.Release();

        await HandledOnceAsync(writer, subjects);
    }

    private static async Task<List<Guid>> WriteAsync(SampleHost writer, int count)
    {
        var subjects = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        foreach (var subject in subjects)
            await writer.InScopeAsync(async scope =>
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject }, Token);
                await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync(Token);
            });
        return subjects;
    }

    private static async Task HandledOnceAsync(SampleHost writer, List<Guid> subjects)
    {
        await SampleHost.UntilAsync(() => writer.ReadAsync(async db => !await db.OutboxMessages.AnyAsync(Token)), "an empty outbox");
        await SampleHost.UntilAsync(async () => await RecordedAsync(writer, subjects) >= subjects.Count, "every effect");
        foreach (var subject in subjects)
            Assert.Equal(1, await writer.CountAsync(subject, "recorded"));
    }

    private static async Task<int> RecordedAsync(SampleHost writer, List<Guid> subjects)
    {
        var recorded = 0;
        await writer.InScopeAsync(async scope =>
            recorded = await scope.GetRequiredService<SampleDbContext>().Effects.CountAsync(x => subjects.Contains(x.Subject) && x.What == "recorded", Token));
        return recorded;
    }

    private Dictionary<string, string?> Through(Dictionary<string, string?> settings, TcpProxy? database = null, TcpProxy? broker = null) => new()
    {
        ["ConnectionStrings:Postgres"] = settings["ConnectionStrings:Postgres"]!.Replace($"Port={servers.Postgres!.Port}", $"Port={database?.Port ?? servers.Postgres.Port}", StringComparison.Ordinal),
        ["ConnectionStrings:RabbitMq"] = settings["ConnectionStrings:RabbitMq"]!.Replace($":{servers.RabbitMq!.Port}/", $":{broker?.Port ?? servers.RabbitMq.Port}/", StringComparison.Ordinal),
    };
}
