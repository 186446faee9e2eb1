using System.Data.Common;

namespace EcommerceBot.Host.Starting;

/// <summary>What is fine on a developer's machine and a danger, or a loss of data, in the <c>Production</c> environment.</summary>
internal static class ProductionChecks
{
    private const int ShortestSecret = 16;

    private static readonly string[] Secrets =
    [
        "Admin:ApiKey", "Admin:ApiKeyPrevious", "Channels:WhatsApp:AccessToken", "Channels:WhatsApp:AppSecret", "Channels:WhatsApp:AppSecretPrevious", "Channels:WhatsApp:VerifyToken",
        "Channels:Telegram:BotToken", "Channels:Telegram:SecretToken",
        "Channels:Messenger:PageAccessToken", "Channels:Messenger:AppSecret", "Channels:Messenger:VerifyToken",
        "Payments:Stripe:SecretKey", "Payments:Stripe:WebhookSecret", "Payments:Stripe:WebhookSecretPrevious", "Agent:ApiKey", "PROFILING_TOKEN",
    ];

    // What sample files and installers leave behind.
    private static readonly string[] PlaceholderWords = ["changeme", "change-me", "change_me", "placeholder", "example", "your-", "your_", "<", "todo", "xxxx", "secret123", "password"];

    private static readonly string[] DefaultPasswords = ["", "guest", "postgres", "rabbitmq", "redis", "admin", "password", "secret", "changeme", "test"];

    public static IEnumerable<string> FaultsOf(IConfiguration configuration) =>
        [.. MissingStores(configuration), .. DefaultAccounts(configuration), .. PlaceholderSecrets(configuration), .. Public(configuration)];

    private static IEnumerable<string> MissingStores(IConfiguration configuration) =>
        from store in (string[])["Postgres", "RabbitMq", "Redis"]
        where string.IsNullOrEmpty(configuration.GetConnectionString(store))
        select $"ConnectionStrings__{store} is missing: Production does not run on the embedded defaults.";

    private static IEnumerable<string> DefaultAccounts(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres && DefaultPasswords.Contains(PasswordOf(postgres), StringComparer.OrdinalIgnoreCase))
            yield return "ConnectionStrings__Postgres has no password or a default one: give the database user one of its own.";
        if (Uri.TryCreate(configuration.GetConnectionString("RabbitMq"), UriKind.Absolute, out var broker)
            && DefaultPasswords.Contains(Uri.UnescapeDataString(broker.UserInfo.Split(':') is [_, var password] ? password : ""), StringComparer.OrdinalIgnoreCase))
            yield return "ConnectionStrings__RabbitMq has no password or a default one: make a user for the shop and delete guest.";
    }

    private static IEnumerable<string> PlaceholderSecrets(IConfiguration configuration) =>
        from name in Secrets
        let value = configuration[name]
        where !string.IsNullOrEmpty(value)
            && (value.Length < ShortestSecret || PlaceholderWords.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
        select $"{name.Replace(":", "__", StringComparison.Ordinal)} looks like a placeholder: use at least {ShortestSecret} characters of your own, from the environment or a mounted file.";

    private static IEnumerable<string> Public(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["Shop:PublicUrl"], UriKind.Absolute, out var address) || address.IsLoopback || address.Scheme != Uri.UriSchemeHttps)
            yield return "Shop__PublicUrl should be the shop's https:// address: payment links are made from it.";
        if (string.Equals(configuration["Payments:Provider"] ?? "Sandbox", "Sandbox", StringComparison.OrdinalIgnoreCase))
            yield return "Payments__Provider is Sandbox, where everybody pays with a click: set it to Stripe, with Payments__Stripe__SecretKey and __WebhookSecret.";
    }

    private static string PasswordOf(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.TryGetValue("Password", out var password) ? password.ToString() ?? "" : "";
        }
        catch (ArgumentException)
        {
            return "unreadable, which another check reports";
        }
    }
}
