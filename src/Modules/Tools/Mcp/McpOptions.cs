namespace EcommerceBot.Tools.Mcp;

/// <summary>How clients reach <c>/mcp</c>.</summary>
internal sealed class McpOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tools:Mcp";

    /// <summary>
    /// Host names, without port, under which clients may reach <c>/mcp</c> besides loopback and <c>Shop:PublicUrl</c>; such as the name of the service inside a cluster.
    /// Default none: a name nobody gave the shop is how a page elsewhere would reach it (DNS rebinding).
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>The API key with which <c>-- mcp-stdio</c> acts. Unset: a developer's own, in Development only.</summary>
    public string? StdioApiKey { get; set; }
}
