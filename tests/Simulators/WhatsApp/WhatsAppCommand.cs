using System.CommandLine;
using System.CommandLine.Parsing;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>The <c>whatsapp</c> command: starts the simulator and chats on the console.</summary>
internal static class WhatsAppCommand
{
    private static readonly WhatsAppSimulatorOptions Defaults = new();

    private static readonly Option<int> Port = new("--port") { Description = "Port on localhost", DefaultValueFactory = _ => 8090 };
    private static readonly Option<Uri> Webhook = new("--webhook")
    {
        Description = "Where webhooks go",
        DefaultValueFactory = _ => new("http://localhost:8080/webhooks/whatsapp"),
        CustomParser = ReadUri,
    };

    private static readonly Option<string> AppSecret = Text("--app-secret", "Signs webhooks; the bot's Channels__WhatsApp__AppSecret", Defaults.AppSecret);
    private static readonly Option<string> Token = Text("--access-token", "Goes with sends; the bot's Channels__WhatsApp__AccessToken", Defaults.AccessToken);
    private static readonly Option<string> NumberId = Text("--phone-number-id", "The bot's Channels__WhatsApp__PhoneNumberId", Defaults.PhoneNumberId);
    private static readonly Option<string> VerifyToken = Text("--verify-token", "The bot's Channels__WhatsApp__VerifyToken", "simulated-verify-token");
    private static readonly Option<string> From = Text("--from", "The shopper's number, digits", "15551234567");
    private static readonly Option<string> Name = Text("--name", "The shopper's name", "Ana");
    private static readonly Option<int> Copies = new("--copies") { Description = "Deliver each webhook so often", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Shuffle = new("--shuffle") { Description = "Deliver waiting webhooks in random order" };
    private static readonly Option<bool> Limits = new("--limits") { Description = "Enforce the pair rate and 80 messages per second" };

    public static Command Create()
    {
        var command = new Command("whatsapp", "The WhatsApp Cloud API: type as a shopper, read the bot's answers, choose options by number.")
        {
            Port, Webhook, AppSecret, Token, NumberId, VerifyToken,
            From, Name, Copies, Shuffle, Limits,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<string> Text(string name, string description, string standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static Uri? ReadUri(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;

        given.AddError("--webhook must be an absolute http(s) URL, such as http://localhost:8080/webhooks/whatsapp.");
        return null;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var options = new WhatsAppSimulatorOptions
        {
            Port = given.GetValue(Port),
            Webhook = given.GetValue(Webhook),
            AppSecret = given.GetRequiredValue(AppSecret),
            AccessToken = given.GetRequiredValue(Token),
            PhoneNumberId = given.GetRequiredValue(NumberId),
            Copies = given.GetValue(Copies),
            Shuffle = given.GetValue(Shuffle),
            LimitPairRate = given.GetValue(Limits),
            Throughput = given.GetValue(Limits) ? 80 : null,
        };
        await using var simulator = await WhatsAppSimulator.StartAsync(options, cancellationToken);
        await new ConsoleChat(simulator, options, given.GetRequiredValue(VerifyToken), Console.In, Console.Out)
            .RunAsync(simulator.Shopper(given.GetRequiredValue(From), given.GetRequiredValue(Name)), cancellationToken);
        return 0;
    }
}
