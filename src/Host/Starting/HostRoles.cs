namespace EcommerceBot.Host.Starting;

/// <summary>
/// What of a Host this process is (<c>Host__Roles</c>, a list with commas; all where it is left out). Every role relays its own messages and answers
/// health and metrics.
/// </summary>
/// <param name="Webhook">Public HTTP but <c>/mcp</c>: webhooks, the chat page, payment pages, the REST of the shop's own people.</param>
/// <param name="Worker">Handles the modules' messages.</param>
/// <param name="Mcp">Serves <c>/mcp</c>.</param>
internal sealed record HostRoles(bool Webhook, bool Worker, bool Mcp)
{
    private static readonly string[] Names = ["webhook", "worker", "mcp"];

    public static HostRoles Read(IConfiguration configuration) => Asked(configuration) is { Count: > 0 } asked
        ? new(asked.Contains(Names[0]), asked.Contains(Names[1]), asked.Contains(Names[2]))
        : new(true, true, true);

    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        var asked = Asked(configuration);
        if (asked.Except(Names).ToList() is { Count: > 0 } unknown)
            yield return $"Host__Roles names {string.Join(", ", unknown)}: roles are {string.Join(", ", Names)}; leave it out for all of them.";
        if (asked.Count > 0 && Names.Except(asked).Any() && string.IsNullOrEmpty(configuration.GetConnectionString("RabbitMq")))
            yield return $"Host__Roles is {string.Join(",", asked)}, but without ConnectionStrings__RabbitMq and ConnectionStrings__Postgres no other Host can do the rest: set them, or leave Host__Roles out.";
    }

    private static HashSet<string> Asked(IConfiguration configuration) =>
        [.. (configuration["Host:Roles"] ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
