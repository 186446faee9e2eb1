using System.Security.Cryptography;
using System.Text;
using EcommerceBot.Tools.Persistence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EcommerceBot.Tools.Access;

/// <summary>Recognises the access tokens of the configured issuer: signature, issuer, audience, lifetime. The shop issues none itself.</summary>
internal sealed partial class OAuthTokens(IOptions<OAuthOptions> options, ILogger<OAuthTokens> logger)
{
    // No symmetric one: the shop knows public keys only, and one of those must not be taken for a secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _issuer = options.Value.IsOn ? Metadata(options.Value.Metadata) : null;

    /// <returns>Whom the token lets in, or null.</returns>
    public async Task<ToolUser?> RecogniseAsync(string token, CancellationToken cancellationToken)
    {
        if (_issuer is null || !_handler.CanReadToken(token))
            return null;
        var result = await ValidateAsync(token, cancellationToken);
        if (result?.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The issuer may have new keys; the manager asks it again at most every few minutes.
            _issuer.RequestRefresh();
            result = await ValidateAsync(token, cancellationToken);
        }
        return result is { IsValid: true, SecurityToken: JsonWebToken valid } ? User(valid) : null;
    }

    private async Task<TokenValidationResult?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            var issuer = await _issuer!.GetConfigurationAsync(cancellationToken);
            return await _handler.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = options.Value.Issuer,
                ValidAudience = options.Value.Audience,
                IssuerSigningKeys = issuer.SigningKeys,
                ValidAlgorithms = Algorithms,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = TimeSpan.FromSeconds(30),
            });
        }
        catch (InvalidOperationException exception)
        {
            LogIssuerAway(logger, exception);
            return null;
        }
    }

    private ToolUser? User(JsonWebToken token)
    {
        var scopes = token.Claims.Where(claim => claim.Type is "scope" or "scp").SelectMany(claim => claim.Value.Split(' ')).Intersect(ToolScopes.All, StringComparer.Ordinal);
        var owner = token.TryGetClaim(options.Value.CustomerClaim, out var customer) ? customer.Value : OwnOwner(token);
        return owner is { Length: > 0 and <= ToolsDbContext.LongestOwner } ? new ToolUser(owner, [.. scopes]) { HasToken = true } : null;
    }

    private static string? OwnOwner(JsonWebToken token) => string.IsNullOrEmpty(token.Subject)
        ? null
        : $"oauth-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token.Issuer}\n{token.Subject}")).AsSpan(0, 16))}";

    private static ConfigurationManager<OpenIdConnectConfiguration> Metadata(string address) =>
        new(address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !new Uri(address).IsLoopback });

    [LoggerMessage(Level = LogLevel.Warning, EventName = "IssuerAway", Message = "The issuer of access tokens does not answer; nobody gets in with one until it does")]
    private static partial void LogIssuerAway(ILogger logger, Exception exception);
}
