using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Mcp.Prompts;

/// <summary>A text with places for arguments.</summary>
internal sealed record ShopPrompt(string Name, string Title, string Description, IReadOnlyList<ShopPromptArgument> Arguments, string Text)
{
    public Prompt Listing => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        Arguments = [.. Arguments.Select(x => new PromptArgument { Name = x.Name, Description = x.Description, Required = x.Required })],
    };

    public IEnumerable<string> Faults(IReadOnlyDictionary<string, string> given, int longest)
    {
        foreach (var argument in Arguments.Where(argument => argument.Required && string.IsNullOrWhiteSpace(given.GetValueOrDefault(argument.Name))))
            yield return $"\"{argument.Name}\" is missing: {argument.Description}";
        foreach (var name in given.Keys.Except(Arguments.Select(argument => argument.Name), StringComparer.Ordinal))
            yield return $"\"{(name.Length <= 40 ? name : name[..40])}\" is not an argument here; known are {string.Join(", ", Arguments.Select(argument => argument.Name))}.";
        foreach (var (name, _) in given.Where(x => x.Value.Length > longest))
            yield return $"\"{(name.Length <= 40 ? name : name[..40])}\" should have at most {longest} characters.";
    }

    /// <summary>Each place is filled once, so what a caller writes is never read as a place itself.</summary>
    public string Fill(IReadOnlyDictionary<string, string> given) => string.Concat(Text.Split('{', '}')
        .Select((part, index) => index % 2 == 0 ? part : given.GetValueOrDefault(part) is { Length: > 0 } value ? value : "(not given)"));
}

internal sealed record ShopPromptArgument(string Name, string Description, bool Required);
