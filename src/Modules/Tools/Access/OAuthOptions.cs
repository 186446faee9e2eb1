using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Tools.Access;

/// <summary>Whose access tokens open <c>/mcp</c> besides the shop's own API keys. Without an issuer there are only keys.</summary>
internal sealed class OAuthOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tools:OAuth";

    /// <summary>The authorization server, exactly as it stands in a token's <c>iss</c>; https, or http on loopback.</summary>
    public string? Issuer { get; set; }

    /// <summary>What has to stand in a token's <c>aud</c>: by RFC 8707 the address of <c>/mcp</c>. A token for another service opens nothing here.</summary>
    public string? Audience { get; set; }

    /// <summary>Where the issuer's keys are found. Default: <c>{Issuer}/.well-known/openid-configuration</c>.</summary>
    public string? MetadataAddress { get; set; }

    /// <summary>The claim that names a signed-in customer of the shop. A token without it acts for an owner of its own. Default <c>customer_id</c>.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string CustomerClaim { get; set; } = "customer_id";

    public bool IsOn => !string.IsNullOrEmpty(Issuer);

    public string Metadata => MetadataAddress ?? $"{Issuer?.TrimEnd('/')}/.well-known/openid-configuration";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Issuer) != string.IsNullOrEmpty(Audience))
            yield return new ValidationResult("Set Tools:OAuth:Issuer and Tools:OAuth:Audience together, or neither.");
        if (IsOn && !IsSafe(Issuer!))
            yield return new ValidationResult("Tools:OAuth:Issuer should be an https:// address: its keys decide who gets in.");
        if (IsOn && !IsSafe(Metadata))
            yield return new ValidationResult("Tools:OAuth:MetadataAddress should be an https:// address: its keys decide who gets in.");
    }

    private static bool IsSafe(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
