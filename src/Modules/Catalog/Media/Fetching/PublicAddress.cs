using System.Net;
using System.Net.Sockets;

namespace EcommerceBot.Catalog.Media.Fetching;

/// <summary>
/// Whether an address is out on the internet. Whatever stands for this machine, its network, its cloud's metadata or another address in disguise
/// (mapped, translated, tunnelled IPv6) is not. Ranges: IANA's special-purpose address registries.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Only this block is given out to the internet.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // A provider's metadata and host services on an address that no registry calls special.
    private static readonly IPAddress[] CloudHosts = [IPAddress.Parse("168.63.129.16")];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && (plain.ScopeId != 0 || !GlobalUnicast.Contains(plain)))
            return false;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && !CloudHosts.Contains(plain) && !Array.Exists(Special, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
