using System.Net;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

public class WebhookTests
{
    private static readonly WhatsAppSimulatorOptions Options = new() { RedeliveryDelay = TimeSpan.FromMilliseconds(20) };

    [Fact]
    public async Task Verification_WantsTheTokenAndTheChallenge()
    {
        await using var bot = await WebhookReceiver.StartAsync(Options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(Options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);

        Assert.True(await simulator.VerifyWebhookAsync(WebhookReceiver.VerifyToken, TestContext.Current.CancellationToken));
        Assert.False(await simulator.VerifyWebhookAsync("wrong", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Text_ArrivesSigned_AndItsAnswerReachesTheShopper()
    {
        await using var bot = await WebhookReceiver.StartAsync(Options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(Options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);
        var ana = simulator.Shopper(Messages.To, "Ana");

        Assert.Equal(HttpStatusCode.OK, await ana.SayAsync("Olá, há botas?", TestContext.Current.CancellationToken));
        var answer = await sender.SendAsync(Messages.List(2));
        var list = await ana.WaitForAsync(message => message.Type == "list", TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await ana.ChooseAsync(list.Options[1].Id, cancellationToken: TestContext.Current.CancellationToken);

        var posted = await bot.WaitForAsync(5);
        Assert.All(posted, post => Assert.True(post.Signed));
        Assert.All(posted, post => Assert.Equal(Options.PhoneNumberId, post.PhoneNumberId));
        Assert.Equal("Olá, há botas?", posted[0].Message!["text"]!["body"]!.GetValue<string>());
        var reply = posted.Select(post => post.Message?["interactive"]).Single(content => content is not null)!;
        Assert.Equal("list_reply", reply["type"]!.GetValue<string>());
        Assert.Equal("r0-1", reply["list_reply"]!["id"]!.GetValue<string>());
        Assert.Equal(answer.MessageId, list.Id);
    }

    [Fact]
    public async Task AcceptedMessage_IsReportedInOrder_WithItsCallbackData()
    {
        await using var bot = await WebhookReceiver.StartAsync(Options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(
            Options with { Webhook = bot.Address, Window = WindowRule.Off }, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);

        var answer = await sender.SendAsync(Messages.Text(callbackData: "row-7"));

        var posted = await bot.WaitForAsync(3);
        Assert.Equal(["sent", "delivered", "read"], posted.Select(post => post.State));
        Assert.All(posted, post => Assert.Equal("row-7", post.Status!["biz_opaque_callback_data"]!.GetValue<string>()));
        Assert.All(posted, post => Assert.Equal(answer.MessageId, post.Status!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task NotAnsweredWith200_IsDeliveredAgain_WithTheSameId()
    {
        await using var bot = await WebhookReceiver.StartAsync(Options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(Options with { Webhook = bot.Address }, TestContext.Current.CancellationToken);
        bot.AnswerNext(HttpStatusCode.ServiceUnavailable);
        bot.AnswerNext(HttpStatusCode.ServiceUnavailable);

        var status = await simulator.Shopper(Messages.To, "Ana").SayAsync("Hello", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var posted = await bot.WaitForAsync(3);
        Assert.Single(posted.Select(post => post.Message!["id"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task CopiesAndShuffle_DeliverEachAsOftenAsAsked()
    {
        await using var bot = await WebhookReceiver.StartAsync(Options.AppSecret);
        await using var simulator = await WhatsAppSimulator.StartAsync(
            Options with { Webhook = bot.Address, Copies = 3, Shuffle = true }, TestContext.Current.CancellationToken);
        var ana = simulator.Shopper(Messages.To, "Ana");

        for (var number = 0; number < 5; number++)
        {
            await ana.SayAsync($"message {number}", TestContext.Current.CancellationToken);
        }

        var posted = await bot.WaitForAsync(15);
        Assert.All(posted.GroupBy(post => post.Message!["id"]!.GetValue<string>()), copies => Assert.Equal(3, copies.Count()));
    }

    [Fact]
    public async Task ReadReceipt_IsNoMessage()
    {
        await using var simulator = await WhatsAppSimulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);

        var answer = await sender.SendAsync(new()
        {
            ["messaging_product"] = "whatsapp",
            ["status"] = "read",
            ["message_id"] = "wamid.1",
            ["typing_indicator"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "text" },
        });

        Assert.True(answer.Body["success"]!.GetValue<bool>());
        Assert.Equal([new ReadReceipt("wamid.1", Typing: true)], simulator.ReadReceipts);
        Assert.Empty(simulator.Accepted);
    }
}
