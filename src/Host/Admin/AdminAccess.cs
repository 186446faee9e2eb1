using Microsoft.AspNetCore.Authentication;

namespace EcommerceBot.Host.Admin;

/// <summary>One gate for all admin REST: a group calls RequireAdmin, and whoever has no key gets 401 with the reason before anything of the request is read.</summary>
internal static class AdminAccess
{
    public const string Scheme = "admin";

    public static void AddAdmin(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.SectionName);
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AdminKeyHandler>(Scheme, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Scheme, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
        builder.Services.AddOpenApi(AdminDescription.Describe);
    }

    /// <summary>Named here, behind the headers and the rate limit: left out, ASP.NET would put both before everything else.</summary>
    public static void UseAdmin(this WebApplication app)
    {
        app.UseMiddleware<AdminAudit>();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>These endpoints take the admin key.</summary>
    public static RouteGroupBuilder RequireAdmin(this RouteGroupBuilder group) =>
        group.RequireAuthorization(Scheme).ProducesProblem(StatusCodes.Status401Unauthorized);
}
