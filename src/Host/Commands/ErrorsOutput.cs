using System.Text.Encodings.Web;
using System.Text.Json;
using EcommerceBot.Host.Errors;
using EcommerceBot.Outbox.Failures;
using Spectre.Console;

namespace EcommerceBot.Host.Commands;

/// <summary>What <c>errors</c> prints: tables for people, JSON for programs.</summary>
internal static class ErrorsOutput
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(DeadLetterPage page, bool json)
    {
        if (json)
        {
            WriteJson(FailedMessagePage.Of(page));
            return;
        }
        if (page.Letters.Count == 0)
        {
            Console.WriteLine("No failed messages.");
            return;
        }
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "Failed at (UTC)", "Queue", "Message", "Why");
        foreach (var letter in page.Letters)
            table.AddRow(new Text(letter.Id), new Text(TimeOf(letter)), new Text(letter.Queue), new Text(WhatOf(letter)), new Text(WhyOf(letter)));
        AnsiConsole.Write(table);
        if (page.Next is { } next)
            Console.WriteLine($"There are more: add --after {next}");
    }

    public static void Write(DeadLetter letter, bool json)
    {
        if (json)
        {
            WriteJson(FailedMessageDetails.Of(letter));
            return;
        }
        var grid = new Grid().AddColumns(2);
        foreach (var (name, value) in ((string, string?)[])[
            ("Id", letter.Id), ("Message id", letter.MessageId?.ToString()), ("Message", WhatOf(letter)), ("Queue", letter.Queue), ("Kind", letter.Kind),
            ("Failed at (UTC)", TimeOf(letter)), ("Retries", letter.Retries?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Content type", letter.ContentType),
            ("Exception", letter.ExceptionType), ("", letter.ExceptionMessage), ("Stack trace", letter.StackTrace), ("Body", BodyText.First(letter.Body, 64 * 1024))])
        {
            if (!string.IsNullOrEmpty(value))
                grid.AddRow(new Text(name, new Style(decoration: Decoration.Bold)), new Text(value));
        }
        AnsiConsole.Write(grid);
    }

    public static void Write(DeskOutcome outcome, bool json)
    {
        if (json)
        {
            WriteJson(outcome);
            return;
        }
        var done = outcome.Verb == DeskVerb.Replay ? "replayed" : "discarded";
        Console.WriteLine(outcome.DryRun ? $"{outcome.Count} would be {done}; nothing was changed." : $"{outcome.Count} {done}.");
        foreach (var refusal in outcome.Refused)
            Console.Error.WriteLine($"  {refusal.Id}: {refusal.Reason}");
    }

    private static string TimeOf(DeadLetter letter) => letter.FailedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "unknown";

    private static string WhatOf(DeadLetter letter) => letter.MessageType.Length > 0 ? letter.MessageType : $"raw: {BodyText.First(letter.Body, 32)}";

    private static string WhyOf(DeadLetter letter) => letter switch
    {
        { Kind: "skipped" } => "no consumer for this type",
        { Kind: "dead" } => "delivered too often: its handler may end the process",
        _ => $"{letter.ExceptionType?.Split('.')[^1]}: {letter.ExceptionMessage}",
    };

    private static void WriteJson<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Indented));
}
