using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Host.Admin;

/// <summary>Knows the holder of <c>Admin__ApiKey</c>, sent as <c>X-Admin-Key</c> or as a bearer token.</summary>
internal sealed class AdminKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, IOptionsMonitor<AdminOptions> options, IHostEnvironment environment, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // As the only scheme it is asked on every request, and a shop's other keys are none of its business.
        if (Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(policy => policy.Policy == Scheme.Name) != true)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (options.CurrentValue.ApiKey is not { Length: > 0 } expected)
            return Task.FromResult(environment.IsDevelopment() && IsOwnMachine() ? Known("development") : AuthenticateResult.NoResult());
        var given = GivenKey();
        if (string.IsNullOrEmpty(given))
            return Task.FromResult(AuthenticateResult.NoResult());
        // Both are compared whichever fits, so that the time tells nothing.
        var (current, previous) = (Same(given, expected), options.CurrentValue.ApiKeyPrevious is { Length: > 0 } older && Same(given, older));
        return Task.FromResult(current ? Known("admin-key") : previous ? Known("admin-key-previous") : AuthenticateResult.Fail("The admin key is not the one that is configured."));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"admin\"";
        await Results.Problem(Explain(), title: "This needs the admin key", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    private string Explain() => string.IsNullOrEmpty(options.CurrentValue.ApiKey)
        ? "No admin key is configured, so the admin API is closed: set Admin__ApiKey to a secret of your own. Without one it answers only in Development, on http://localhost."
        : "Send the value of Admin__ApiKey in the header X-Admin-Key, or as Authorization: Bearer.";

    private string? GivenKey()
    {
        if (Request.Headers.TryGetValue("X-Admin-Key", out var key))
            return key;
        var authorization = Request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    /// <summary>A request from this machine, for this machine's name: neither through a proxy nor from a page that made its own name point here.</summary>
    private bool IsOwnMachine() =>
        Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (Request.Host.Host == "localhost" || (IPAddress.TryParse(Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)))
        && !Request.Headers.ContainsKey("X-Forwarded-For") && !Request.Headers.ContainsKey("Forwarded");

    // Digests have one length, so the comparison takes one time.
    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private AuthenticateResult Known(string name) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name));
}
