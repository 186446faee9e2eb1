using System.Net;
using EcommerceBot.Simulators.WhatsApp;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

public class SimulatedFaultsTests
{
    private readonly FakeTimeProvider _clock = new();

    WhatsAppSimulatorOptions Options => new() { Clock = _clock, Window = WindowRule.Off };

    [Fact]
    public async Task RefusedNext_AreRefusedAndThenItWorksAgain()
    {
        await using var simulator = await WhatsAppSimulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);
        simulator.Faults.RefuseNext(131056, sends: 2);
        simulator.Faults.AnswerNext(500);

        Assert.Equal(131056, (await sender.SendAsync(Messages.Text())).ErrorCode);
        Assert.Equal(131056, (await sender.SendAsync(Messages.Text())).ErrorCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await sender.SendAsync(Messages.Text())).Status);
        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);
        Assert.Single(simulator.Shopper(Messages.To, "Ana").Received);
    }

    [Fact]
    public async Task DropAfterAccepting_DeliversButTheSenderCannotKnow()
    {
        await using var simulator = await WhatsAppSimulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);
        simulator.Faults.DropAfterAccepting();
        simulator.Faults.DropBeforeAccepting();

        await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(Messages.Text("first")));
        await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(Messages.Text("second")));

        Assert.Equal("first", Assert.Single(simulator.Shopper(Messages.To, "Ana").Received).Text);
    }

    [Fact]
    public async Task OutsideTheWindow_IsRefused_UntilTheShopperWrites()
    {
        var options = Options with { Window = WindowRule.Refuse };
        await using var bot = await WebhookReceiver.StartAsync(options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, options);

        Assert.Equal(131047, (await sender.SendAsync(Messages.Text())).ErrorCode);
        await simulator.Shopper(Messages.To, "Ana").SayAsync("Hello", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(131047, (await sender.SendAsync(Messages.Text())).ErrorCode);
    }

    [Fact]
    public async Task OutsideTheWindow_FailsLater_AndReachesNobody()
    {
        var options = Options with { Window = WindowRule.FailLater };
        await using var bot = await WebhookReceiver.StartAsync(options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, options);

        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);

        var failed = (await bot.WaitForAsync(1)).Single();
        Assert.Equal("failed", failed.State);
        Assert.Equal(131047, failed.Status!["errors"]![0]!["code"]!.GetValue<int>());
        Assert.Empty(simulator.Shopper(Messages.To, "Ana").Received);
    }

    [Fact]
    public async Task PairRate_Lends45_ThenOneInSixSeconds()
    {
        var options = Options with { LimitPairRate = true };
        await using var simulator = await WhatsAppSimulator.StartAsync(options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, options);
        for (var number = 0; number < 45; number++)
            Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);

        Assert.Equal(131056, (await sender.SendAsync(Messages.Text())).ErrorCode);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);
        Assert.Equal(131056, (await sender.SendAsync(Messages.Text())).ErrorCode);
    }

    [Fact]
    public async Task Throughput_CountsBothWays_PerSecond()
    {
        var options = Options with { Throughput = 2 };
        await using var bot = await WebhookReceiver.StartAsync(options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, options);

        await simulator.Shopper(Messages.To, "Ana").SayAsync("Hello", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);
        Assert.Equal(130429, (await sender.SendAsync(Messages.Text())).ErrorCode);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await sender.SendAsync(Messages.Text())).Status);
    }
}
