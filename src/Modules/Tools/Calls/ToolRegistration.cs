using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.Calls;

/// <summary>Lets the module's index name its tools one by one.</summary>
internal static class ToolRegistration
{
    public static IServiceCollection AddTool<TTool>(this IServiceCollection services) where TTool : class, ITool => services.AddScoped<ITool, TTool>();
}
