namespace EcommerceBot.Host.Admin;

/// <summary>Who may use the admin REST API.</summary>
internal sealed class AdminOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Admin";

    /// <summary>
    /// The key callers must send, <c>Admin__ApiKey</c>; a secret. Unset, nobody is let in but the developer's own machine in the <c>Development</c>
    /// environment. In <c>Production</c> a start check asks for at least 16 characters.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>The key before, which is taken as well while callers change over: <c>Admin__ApiKeyPrevious</c>. Remove it when they have.</summary>
    public string? ApiKeyPrevious { get; set; }
}
