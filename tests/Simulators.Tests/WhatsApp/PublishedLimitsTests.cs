using System.Net;
using System.Text.Json.Nodes;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

public class PublishedLimitsTests
{
    // A missing file leaves the rules in code alone: each limit must hold without Meta's schema.
    private static readonly WhatsAppSimulatorOptions Options = new() { Window = WindowRule.Off };

    public static TheoryData<string, JsonObject> Broken => new()
    {
        { "buttons", Messages.Buttons(0) },
        { "buttons", Messages.Buttons(4) },
        { "title", Messages.Buttons(1, title: new string('t', 21)) },
        { "id", Messages.Buttons(1, id: new string('i', 256)) },
        { "rows in all", Messages.List(11) },
        { "rows in all", Messages.List(6, sections: 2) },
        { "sections", Messages.List(1, sections: 11) },
        { "title", Messages.List(1, title: new string('t', 25)) },
        { "description", Messages.List(1, description: new string('d', 73)) },
        { "action.button", Messages.List(1, button: new string('b', 21)) },
        { "id", Messages.List(1, id: new string('i', 200)) },
        { "body", Messages.Interactive("button", (JsonObject)Messages.Buttons(1)["interactive"]!["action"]!.DeepClone(), new string('x', 1025)) },
        { "text.body", Messages.Text(new string('x', 4097)) },
        { "text.body", Messages.Text("") },
        { "url", Messages.Link("/pay/1") },
        { "to", With(Messages.Text(), "to", "ana@example.org") },
        { "messaging_product", With(Messages.Text(), "messaging_product", "sms") },
        { "unique", With(Messages.Buttons(2), "interactive.action.buttons.1.reply.id", "b0") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void LimitBroken_IsNamed(string where, JsonObject message) =>
        Assert.Contains(MessageRules.Faults(message), fault => fault.Contains(where, StringComparison.Ordinal));

    public static TheoryData<JsonObject> AtTheLimit =>
    [
        Messages.Buttons(3, title: new string('t', 20), id: new string('i', 255)),
        Messages.List(10, title: new string('t', 24), description: new string('d', 72), button: new string('b', 20)),
        Messages.List(1, sections: 10),
        Messages.Text(new string('x', 4096)),
        Messages.Link("https://shop.example/pay/1"),
    ];

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public void AtTheLimit_IsFine(JsonObject message) => Assert.Empty(MessageRules.Faults(message));

    [Fact]
    public async Task BrokenMessage_IsRefusedInMetasShape_AndReachesNobody()
    {
        await using var simulator = await WhatsAppSimulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options);

        var answer = await sender.SendAsync(Messages.List(11));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(131009, answer.ErrorCode);
        Assert.Contains("11 given, allowed are 1 to 10", answer.Details, StringComparison.Ordinal);
        Assert.Equal(["message", "type", "code", "error_data", "fbtrace_id"], answer.Body["error"]!.AsObject().Select(field => field.Key));
        Assert.Empty(simulator.Accepted);
        Assert.Single(simulator.Refused);
        Assert.Empty(simulator.Shopper(Messages.To, "Ana").Received);
    }

    [Fact]
    public async Task WrongToken_Is401Code190()
    {
        await using var simulator = await WhatsAppSimulator.StartAsync(Options, TestContext.Current.CancellationToken);
        using var sender = new Sender(simulator, Options, token: "stolen");

        var answer = await sender.SendAsync(Messages.Text());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(190, answer.ErrorCode);
    }

    private static JsonObject With(JsonObject message, string path, string value)
    {
        JsonNode node = message;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            node = int.TryParse(step, out var at) ? node[at]! : node[step]!;

        node[steps[^1]] = value;
        return message;
    }
}
