using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Meta's own schema of a send request, read from the OpenAPI file.</summary>
internal sealed class PublishedSchema
{
    private readonly JsonObject _components;
    private readonly JsonNode _entry;

    PublishedSchema(JsonObject document)
    {
        _entry = document["outbound"] ?? throw new InvalidDataException("The schema file has no \"outbound\" entry.");
        _components = document["components"]?["schemas"] as JsonObject
            ?? throw new InvalidDataException("The schema file has no \"components.schemas\".");
        SchemaErrata.Apply(_components);
    }

    public static PublishedSchema Load(string file) =>
        new(JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new InvalidDataException($"{file} is not a JSON object."));

    /// <summary>The file beside this checkout, or null in a clone that stands alone.</summary>
    public static string? FindFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "whatsapp", "schemas.json");
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    public IReadOnlyList<string> Faults(JsonObject message)
    {
        // Meta reads a message without a type as text.
        var read = (JsonObject)message.DeepClone();
        read["type"] ??= "text";
        return [.. new SchemaReader(_components).Check(read, _entry, "")];
    }
}
