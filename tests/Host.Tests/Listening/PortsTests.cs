using EcommerceBot.Host.Listening;
using Microsoft.AspNetCore.Http;

namespace EcommerceBot.Host.Tests.Listening;

public sealed class PortsTests
{
    [Theory]
    [InlineData(8080, "/", null, null, true)]
    [InlineData(8080, "/metrics", null, null, true)]
    [InlineData(8080, "/health/ready", null, null, true)]
    [InlineData(8080, "/metrics", 9090, null, false)]
    [InlineData(8080, "/METRICS", 9090, null, false)]
    [InlineData(8080, "/health/live", 9090, null, false)]
    [InlineData(9090, "/health/live", 9090, null, true)]
    [InlineData(9090, "/api/orders", 9090, null, false)]
    [InlineData(8080, "/healthy-snacks", 9090, null, true)]
    [InlineData(8080, "/debug/pprof/heap", null, 6060, false)]
    [InlineData(9090, "/debug/pprof/heap", 9090, 6060, false)]
    [InlineData(6060, "/debug/pprof/heap", 9090, 6060, true)]
    [InlineData(6060, "/metrics", null, 6060, false)]
    [InlineData(8080, "/debug/pprof/heap", 9090, null, false)]
    public void Path_BelongsToItsPortOnly(int port, string path, int? management, int? profiling, bool expected) =>
        Assert.Equal(expected, Ports.Belongs(port, new PathString(path), management, profiling));
}
