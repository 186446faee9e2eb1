using EcommerceBot.Host.Profiling;

namespace EcommerceBot.Host.Listening;

/// <summary>
/// Who is answered where. Told by the port a connection came in on, never by the Host header, which callers choose.
/// </summary>
internal static class Ports
{
    private const string Usual = "http://localhost:8080";

    /// <summary>Adds the operators' ports to those the shop listens on, however these were given.</summary>
    public static void AddPorts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ManagementOptions>().BindConfiguration(ManagementOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        List<string> operators = [.. Operators(builder.Configuration)];
        var configured = builder.Configuration;
        // Endpoints in Kestrel's own section replace all URLs, so the operators' have to go there too.
        if (configured.GetSection("Kestrel:Endpoints").GetChildren().Any())
            configured.AddInMemoryCollection(operators.Select((url, number) => KeyValuePair.Create($"Kestrel:Endpoints:Operators{number}:Url", (string?)url)));
        else
            builder.WebHost.UseUrls([.. Shop(configured), .. Tls.Urls(configured), .. operators]);
    }

    public static void UsePorts(this WebApplication app)
    {
        var (management, profiling) = (ManagementPort(app.Configuration), ProfilingSettings.PortOf(app.Configuration));
        if (management is null && profiling is null)
            return;
        app.Use((context, next) =>
        {
            if (Belongs(context.Connection.LocalPort, context.Request.Path, management, profiling))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    internal static bool Belongs(int port, PathString path, int? management, int? profiling)
    {
        if (port == profiling || Under(path, "/debug"))
            return port == profiling && Under(path, "/debug");
        if (management is null)
            return true;
        var isOperators = Under(path, "/metrics") || Under(path, "/health");
        return isOperators == (port == management);
    }

    // In any case of letters, as routing finds endpoints.
    private static bool Under(PathString path, string start) => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);

    private static int? ManagementPort(IConfiguration configuration) => configuration.GetValue<int?>("Management:Port");

    private static IEnumerable<string> Operators(ConfigurationManager configuration) =>
        from port in (int?[])[ManagementPort(configuration), ProfilingSettings.PortOf(configuration)]
        where port is not null
        select $"http://*:{port}";

    private static IEnumerable<string> Shop(ConfigurationManager configuration)
    {
        if (configuration["urls"] is { Length: > 0 } urls)
            return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> given = [.. Of("http"), .. Of("https")];
        return given.Count > 0 ? given : [Usual];

        IEnumerable<string> Of(string scheme) =>
            (configuration[$"{scheme}_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"{scheme}://*:{port}");
    }
}
