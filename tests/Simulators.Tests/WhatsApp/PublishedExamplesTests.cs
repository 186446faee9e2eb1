using System.Text.Json.Nodes;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

/// <summary>Meta's own example requests against Meta's own schema: what is refused must be known, with its reason.</summary>
public class PublishedExamplesTests
{
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["send-reply-to-list-message.json"] = "has no type, which the documentation reads as text, and no text",
        ["send-typing-indicator-and-read-receipt.json"] = "is a read receipt, not a message",
    };

    [Fact]
    public void EveryExample_IsAccepted_OrExplained()
    {
        var schema = PublishedSchema.Load(SchemaFile());
        var outcomes = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(SchemaFile())!, "outbound-requests"), "*.json")
            .Select(file => (Name: Path.GetFileName(file), Faults: Faults(schema, file)))
            .ToList();

        Assert.NotEmpty(outcomes);
        Assert.DoesNotContain(outcomes, outcome => outcome.Faults.Count > 0 && !Explained.ContainsKey(outcome.Name));
        Assert.All(Explained.Keys, name => Assert.Contains(outcomes, outcome => outcome.Name == name && outcome.Faults.Count > 0));
    }

    [Fact]
    public void UnknownField_IsRefused()
    {
        var message = Messages.Text();
        message["text"]!["bodyy"] = "typo";

        Assert.Contains("text.bodyy: not known here", PublishedSchema.Load(SchemaFile()).Faults(message));
    }

    [Fact]
    public void TitleOf21_IsRefusedBySchemaToo() =>
        Assert.NotEmpty(PublishedSchema.Load(SchemaFile()).Faults(Messages.Buttons(1, title: new string('t', 21))));

    private static IReadOnlyList<string> Faults(PublishedSchema schema, string file)
    {
        // The examples hold placeholders; a reader fills them in.
        var text = File.ReadAllText(file)
            .Replace("{{Recipient-Phone-Number}}", Messages.To, StringComparison.Ordinal)
            .Replace("{{Recipient-WA-Phone-Number}}", Messages.To, StringComparison.Ordinal)
            .Replace("<HEADER_TYPE>", "text", StringComparison.Ordinal);
        var message = (JsonObject)JsonNode.Parse(text)!;
        return [.. schema.Faults(message), .. MessageRules.Faults(message)];
    }

    private static string SchemaFile()
    {
        var file = PublishedSchema.FindFile();
        Assert.SkipWhen(file is null, "shared/data/whatsapp is not beside this clone.");
        return file!;
    }
}
