using System.Net;

namespace EcommerceBot.Host.Listening;

/// <summary>The proxies in front of the Host, whose word about the shopper's address and scheme is taken. Default: none, and nobody's word is taken.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Proxy";

    /// <summary>Networks in CIDR form, such as <c>10.0.0.0/8</c>: <c>Proxy__Networks__0</c>.</summary>
    public List<string> Networks { get; } = [];

    /// <summary>Single addresses: <c>Proxy__Addresses__0</c>.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Proxies a request passes one after another. Default 1.</summary>
    public int Hops { get; set; } = 1;

    /// <summary>Every entry that cannot be read, each with its cure.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Networks.Where(network => !IPNetwork.TryParse(network, out _)).Select(network => $"Proxy__Networks: '{network}' is no network; write it like 10.0.0.0/8."),
        .. Addresses.Where(address => !IPAddress.TryParse(address, out _)).Select(address => $"Proxy__Addresses: '{address}' is no address; write it like 10.0.0.7."),
        .. Hops is < 1 or > 10 ? (string[])["Proxy__Hops should be from 1 to 10."] : [],
    ];
}
