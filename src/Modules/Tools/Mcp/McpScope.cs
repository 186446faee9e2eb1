using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Answers a token that lacks a tool's scope with 403 and the scope, so that the client can ask its user for more. A key has no user to ask: its caller gets the refusal as a result.</summary>
internal sealed class McpScope(IOptions<OAuthOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var user = ToolUser.Of(http.User);
        if (!user.HasToken || http.Items[McpBody.CalledTool] is not string tool)
            return await next(context);
        // Resolved late: only tokens need it.
        var toolbox = (Toolbox)http.RequestServices.GetService(typeof(Toolbox))!;
        if (toolbox.Cards.FirstOrDefault(card => card.Name == tool) is not { } card || user.May(card.Scope))
            return await next(context);
        var refusal = await toolbox.CallAsync(new ToolCall { Tool = tool, Arguments = "{}", OwnerId = user.OwnerId, Scopes = user.Scopes }, http.RequestAborted);
        http.Response.Headers.WWWAuthenticate = ProtectedResource.Challenge(http, options.Value, "insufficient_scope", card.Scope);
        return TypedResults.Problem(refusal.Text, statusCode: StatusCodes.Status403Forbidden);
    }
}
