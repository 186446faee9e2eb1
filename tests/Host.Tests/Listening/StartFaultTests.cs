using EcommerceBot.Host.Listening;
using EcommerceBot.Host.Profiling;
using Microsoft.Extensions.Configuration;

namespace EcommerceBot.Host.Tests.Listening;

public sealed class StartFaultTests
{
    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("/nowhere/tls.crt", null, 1)]
    [InlineData("/nowhere/tls.crt", "/nowhere/tls.key", 1)]
    public void TlsFiles_AreMissingTogetherOrNamed(string? certificate, string? key, int faults) =>
        Assert.Equal(faults, new TlsOptions { CertificateFile = certificate, KeyFile = key }.Faults().Count());

    [Theory]
    [InlineData("false", null, null)]
    [InlineData("true", null, 1)]
    [InlineData("true", "tooshort", 1)]
    [InlineData("true", "long-enough-for-a-token", 0)]
    public void Profiling_NeedsATokenOfItsOwn(string enabled, string? token, int? faults)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ENABLE_PROFILING", enabled), new("PROFILING_TOKEN", token)]).Build();

        Assert.Equal(faults, ProfilingSettings.Read(configuration)?.Faults().Count());
    }
}
