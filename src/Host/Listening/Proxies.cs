using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace EcommerceBot.Host.Listening;

/// <summary>Behind a proxy: rate limits then count the shopper's address, and links and cookies know that the shopper came by https.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var proxies = Read(app.Configuration);
        if (proxies.Networks.Count + proxies.Addresses.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = proxies.Hops };
        // The defaults trust this machine, which is a choice for the operator.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        proxies.Networks.ForEach(network => options.KnownIPNetworks.Add(IPNetwork.Parse(network)));
        proxies.Addresses.ForEach(address => options.KnownProxies.Add(IPAddress.Parse(address)));
        app.UseForwardedHeaders(options);
    }

    public static ProxyOptions Read(IConfiguration configuration)
    {
        var options = new ProxyOptions();
        configuration.GetSection(ProxyOptions.SectionName).Bind(options);
        return options;
    }
}
