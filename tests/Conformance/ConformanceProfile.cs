using EcommerceBot.Conformance;
using EcommerceBot.Conformance.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;

[assembly: HostingStartup(typeof(ConformanceProfile))]

namespace EcommerceBot.Conformance;

/// <summary>
/// Adds what the suites call to the shop's own server. <c>Conformance:Sessions</c> adds the sessions that revisions up to 2025-11-25 need for a server that asks back;
/// the shop itself asks nothing back and keeps none, so the suite for 2026-07-28 meets it as it is.
/// </summary>
internal sealed class ConformanceProfile : IHostingStartup
{
    private static readonly IEnumerable<Type> Tools = [typeof(ContentTools), typeof(TalkingTools), typeof(AskingTools), typeof(InputTools), typeof(StatelessTools)];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices((context, services) =>
    {
        services.AddHostedService<LoopbackOnly>();
        services.AddDistributedMemoryCache();
        services.AddMcpServer()
            .WithTools(Tools)
            .WithTools([RichSchema.Tool, .. StatelessTools.Changing])
            .WithResources([typeof(SampleResources)])
            .WithPrompts([typeof(SamplePrompts)])
            .WithCompleteHandler((_, _) => ValueTask.FromResult(new CompleteResult { Completion = new Completion { Values = ["paris", "park", "party"], Total = 3 } }))
            .WithSubscribeToResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
            .WithUnsubscribeFromResourcesHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
            .WithSetLoggingLevelHandler((_, _) => ValueTask.FromResult(new EmptyResult()))
            .WithDistributedCacheEventStreamStore();
        if (context.Configuration.GetValue<bool>("Conformance:Sessions"))
            services.PostConfigure<HttpServerTransportOptions>(http => http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients);
    });
}
