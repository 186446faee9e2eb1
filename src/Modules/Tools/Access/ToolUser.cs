using System.Security.Claims;

namespace EcommerceBot.Tools.Access;

/// <summary>Who calls from outside, and what they may do.</summary>
internal sealed record ToolUser(string OwnerId, IReadOnlyList<string> Scopes)
{
    private const string Owner = "tools:owner";
    private const string Scope = "tools:scope";
    private const string Token = "tools:token";
    private const string Guest = "tools:guest";

    /// <summary>Whether an authorization server vouches for the caller, not a key of the shop's.</summary>
    public bool HasToken { get; init; }

    /// <summary>Whose key the caller shopped with before signing in, proved by that key.</summary>
    public string? GuestOwnerId { get; init; }

    /// <summary>A developer on the same machine, without a key.</summary>
    public static ToolUser Developer { get; } = new("key-development", ToolScopes.Usual);

    /// <summary>Who may do nothing, such as the holder of a key revoked meanwhile.</summary>
    public static ToolUser Nobody { get; } = new("nobody", []);

    public static ToolUser Of(ClaimsPrincipal principal) =>
        new(principal.FindFirstValue(Owner) ?? throw new InvalidOperationException("A tool was called past the access check."),
            [.. principal.FindAll(Scope).Select(claim => claim.Value)])
        { HasToken = principal.HasClaim(claim => claim.Type == Token), GuestOwnerId = principal.FindFirstValue(Guest) };

    public bool May(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);

    // The name identifier is what the SDK binds a session to, where there are sessions.
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new(Owner, OwnerId), new(ClaimTypes.NameIdentifier, OwnerId), .. Scopes.Select(scope => new Claim(Scope, scope)), .. (Claim[])(HasToken ? [new(Token, "")] : []), .. (Claim[])(GuestOwnerId is { } guest ? [new(Guest, guest)] : [])],
        HasToken ? "OAuth" : "ApiKey"));
}
