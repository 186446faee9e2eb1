using System.Text.Json;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Finds the products of a JSON file: the root array, or the member <c>products</c> of the root object, as an array or as a map from id to product.</summary>
internal static class JsonCatalog
{
    public static IEnumerable<ProductDraft> Read(Stream stream, ImportFaults faults)
    {
        var tokens = new JsonTokens(stream);
        tokens.Next();
        if (tokens.Type == JsonTokenType.StartArray)
            return DrainAfter(tokens, ReadArray(tokens, faults));
        if (tokens.Type == JsonTokenType.StartObject)
            return DrainAfter(tokens, ReadRoot(tokens, faults));
        throw new UnreadableFileException(tokens.Line, "a catalog in JSON is an array of products, or an object with the member \"products\".");
    }

    private static IEnumerable<ProductDraft> ReadRoot(JsonTokens tokens, ImportFaults faults)
    {
        var found = false;
        while (tokens.Next() && tokens.Type != JsonTokenType.EndObject)
        {
            var isProducts = string.Equals(tokens.Text, "products", StringComparison.OrdinalIgnoreCase);
            tokens.Next();
            if (!isProducts || tokens.Type is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            {
                tokens.Skip();
                continue;
            }
            found = true;
            foreach (var draft in tokens.Type == JsonTokenType.StartArray ? ReadArray(tokens, faults) : ReadMap(tokens, faults))
                yield return draft;
        }
        if (!found)
            faults.Add(1, "this object has no member \"products\" with an array or a map of products.");
    }

    private static IEnumerable<ProductDraft> ReadArray(JsonTokens tokens, ImportFaults faults)
    {
        while (tokens.Next() && tokens.Type != JsonTokenType.EndArray)
        {
            if (JsonProduct.Draft(JsonTree.Read(tokens), null, faults) is { } draft)
                yield return draft;
        }
    }

    private static IEnumerable<ProductDraft> ReadMap(JsonTokens tokens, ImportFaults faults)
    {
        while (tokens.Next() && tokens.Type != JsonTokenType.EndObject)
        {
            var key = new Field(tokens.Text, tokens.Line);
            tokens.Next();
            if (JsonProduct.Draft(JsonTree.Read(tokens), key, faults) is { } draft)
                yield return draft;
        }
    }

    /// <summary>Reads on to the end, where a file that was cut off or has something behind its root shows.</summary>
    private static IEnumerable<ProductDraft> DrainAfter(JsonTokens tokens, IEnumerable<ProductDraft> drafts)
    {
        foreach (var draft in drafts)
            yield return draft;
        while (tokens.Next())
        {
        }
    }
}
