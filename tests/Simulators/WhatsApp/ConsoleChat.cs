using System.Globalization;
using System.Net;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>A chat on the console: lines are sent as the shopper, answers are printed, a number chooses an option of the last offer.</summary>
internal sealed class ConsoleChat(
    WhatsAppSimulator simulator, WhatsAppSimulatorOptions options, string verifyToken, TextReader input, TextWriter output)
{
    public async Task RunAsync(Shopper shopper, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await output.WriteLineAsync(Welcome(shopper));
        if (!await simulator.VerifyWebhookAsync(verifyToken, cancellationToken))
            await output.WriteLineAsync("  ! The webhook did not answer the verification: the bot is not up yet, or its verify token is another.");
        simulator.WhenRefused = refused => output.WriteLine(
            $"  ! A send was refused: {refused.Error?.Details ?? "the connection was cut"}");
        var printing = PrintAsync(shopper, stop.Token);
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Length > 0)
                await SendAsync(shopper, line.Trim(), cancellationToken);
        }

        await stop.CancelAsync();
        await printing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private string Welcome(Shopper shopper) =>
        $"""
        WhatsApp simulator on {simulator.BaseUrl}, webhooks to {simulator.Webhook}.
        Start the bot with
          Channels__WhatsApp__ApiBaseUrl={simulator.BaseUrl}
          Channels__WhatsApp__PhoneNumberId={options.PhoneNumberId}
          Channels__WhatsApp__AccessToken={options.AccessToken}
          Channels__WhatsApp__AppSecret={options.AppSecret}
          Channels__WhatsApp__VerifyToken={verifyToken}
        You are {shopper.Name}, {shopper.Number}. Type and press Enter; a number chooses an option; Ctrl+D or Ctrl+C ends.
        Sends are checked against {(simulator.ChecksSchema ? "Meta's schema and limits" : "the limits in code only: Meta's schema file was not found")}.
        """;

    private async Task SendAsync(Shopper shopper, string line, CancellationToken cancellationToken)
    {
        var offered = shopper.Received.LastOrDefault(message => message.Options.Count > 0)?.Options ?? [];
        var chosen = int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= offered.Count
            ? offered[number - 1]
            : null;
        var status = chosen is null
            ? await shopper.SayAsync(line, cancellationToken)
            : await shopper.ChooseAsync(chosen.Id, cancellationToken: cancellationToken);
        if (status != HttpStatusCode.OK)
        {
            await output.WriteLineAsync($"  ! The webhook answered {(status is { } code ? (int)code : "nothing")}; it will be delivered again.");
        }
    }

    private async Task PrintAsync(Shopper shopper, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            await output.WriteLineAsync(Render(await shopper.NextAsync(_ => true, Timeout.InfiniteTimeSpan, cancellationToken)));
    }

    private static string Render(ReceivedMessage message) => string.Join(Environment.NewLine, [
        $"  bot ({message.Type}) {message.Text.ReplaceLineEndings(Environment.NewLine + "    ")}",
        .. message.Url is null ? Array.Empty<string>() : [$"    → {message.Url}"],
        .. message.Options.Select((option, at) => $"    {at + 1}. {option.Title}{(option.Description is null ? "" : $" – {option.Description}")}"),
    ]);
}
