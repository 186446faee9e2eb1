using System.Text.RegularExpressions;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Containers;

/// <summary>There is no container engine where this is built, so compose is read, not run.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Text = Repository.Read("docker-compose.yml");
    private static readonly Dictionary<string, object> Compose = Yaml.Map(Text);
    private static readonly Dictionary<string, object> Services = Compose.At("services").Entries();

    [Fact]
    public void EveryVariable_IsInTheExampleFile()
    {
        var offered = Repository.Read(".env.production.example").Split('\n').Where(line => line.Contains('=') && !line.StartsWith('#')).Select(line => line.Split('=')[0]).ToList();
        var used = Variable().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(used.Count > 15);
        Assert.Equal(used.Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySettingOfTheHost_IsOneItReads()
    {
        var settings = OfTheHost().SelectMany(service => service.Value.At("environment").Entries().Keys).Distinct().ToList();

        Assert.True(settings.Count > 20);
        Assert.DoesNotContain(settings, name => !HostSettings.Has(name));
        Assert.False(HostSettings.Has("Messaging__DrainDelai"));
    }

    [Fact]
    public void EveryService_HasAPinnedImageAndAHealthCheck()
    {
        Assert.Empty(Services.Where(service => !Pinned().IsMatch($"{service.Value.At("image")}")).Select(service => $"{service.Key}: {service.Value.At("image")}"));
        Assert.Empty(Services.Where(service => service.Value.At("healthcheck") is null).Select(service => service.Key));
        Assert.Empty(Services.Where(service => service.Value.At("healthcheck", "disable") is not null).Select(service => service.Key).Except(["migrate", "backup"]));
    }

    [Fact]
    public void EveryPublishedPort_IsOnLoopbackAndItsOwn()
    {
        var ports = Services.Values.SelectMany(service => service.At("ports").List()).Cast<string>().ToList();

        Assert.True(ports.Count > 5);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        Assert.Equal(ports.Count, ports.Select(port => port[..port.LastIndexOf(':')]).Distinct().Count());
    }

    [Fact]
    public void EveryVolumeAndFile_Exists()
    {
        var named = Compose.At("volumes").Entries().Keys.ToList();
        var mounts = Services.Values.SelectMany(service => service.At("volumes").List()).Cast<string>().Where(mount => !mount.StartsWith('$')).Select(mount => mount.Split(':')[0]).ToList();

        Assert.Equal(named.Order(StringComparer.Ordinal), mounts.Where(mount => !mount.StartsWith('.')).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(mounts.Where(mount => mount.StartsWith('.')), mount => !Path.Exists(Repository.At(mount)));
    }

    [Fact]
    public void EveryServiceThatIsWaitedFor_HasACheckToWaitFor() =>
        Assert.Empty(from service in Services
                     from needed in service.Value.At("depends_on").Entries()
                     where !Services.ContainsKey(needed.Key) || ($"{needed.Value.At("condition")}" == "service_healthy" && Services[needed.Key].At("healthcheck", "test") is null)
                     select $"{service.Key} waits for {needed.Key}");

    [Fact]
    public void NoSecret_IsInTheFiles()
    {
        var secrets = Services.Values.SelectMany(service => service.At("environment").Entries()).Where(entry => SecretName().IsMatch(entry.Key)).ToList();
        var example = Repository.Read(".env.production.example").Split('\n').Where(line => !line.StartsWith('#') && SecretName().IsMatch(line.Split('=')[0]) && !line.Contains("_FILE=", StringComparison.Ordinal) && !line.StartsWith("ALERT_SECRETS", StringComparison.Ordinal));

        Assert.True(secrets.Count > 8);
        Assert.All(secrets, secret => Assert.Matches(@"\$\{\w+:[?-]\}", (string)secret.Value));
        Assert.All(example, line => Assert.EndsWith("=", line, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryHost_StopsInsideItsGracePeriodAndIsHeldTight()
    {
        foreach (var (_, service) in OfTheHost())
        {
            var environment = service.At("environment").Entries();
            var needed = TimeSpan.Parse((string)environment["Messaging__DrainDelay"], null) + TimeSpan.Parse((string)environment["Messaging__StopTimeout"], null);
            Assert.True(TimeSpan.FromSeconds(int.Parse($"{service.At("stop_grace_period")}".TrimEnd('s'), null)) > needed + TimeSpan.FromSeconds(5));
            Assert.Equal("true", service.At("read_only"));
            Assert.Equal(["ALL"], service.At("cap_drop").List());
        }
    }

    private static IEnumerable<KeyValuePair<string, object>> OfTheHost() => Services.Where(service => $"{service.Value.At("image")}".StartsWith("ecommerce-bot:", StringComparison.Ordinal) || service.Key == "mcp");

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[\w./-]+:(?!latest)[\w.-]*\d[\w.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex("(?i)passw|secret|api_?key|token|connectionstrings__")]
    private static partial Regex SecretName();
}
