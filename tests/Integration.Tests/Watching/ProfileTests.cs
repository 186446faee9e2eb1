using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using Google.Protobuf;

namespace EcommerceBot.Integration.Tests.Watching;

public sealed class ProfileTests(WatchedShop watched, ServersFixture servers)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profile_IsPprofWithMethodsOfTheRunningHost()
    {
        var shop = await watched.StartedAsync(servers);
        using var client = new HttpClient { BaseAddress = shop.Profiling };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Canaries.ProfilingToken);

        var first = client.GetByteArrayAsync(new Uri("/debug/pprof/profile?seconds=1", UriKind.Relative), Cancel);
        await Eventually.SeeAsync(() => StatusAsync(client, "/debug/pprof/profile?seconds=1&format=none"), status => status == HttpStatusCode.Conflict, "that only one profile is taken at a time");
        await using var unpacked = new GZipStream(new MemoryStream(await first), CompressionMode.Decompress);
        var profile = new Wire(ByteString.FromStream(unpacked));

        var texts = profile.Texts(6).ToList();
        Assert.Equal("", texts[0]);
        Assert.Equal(["samples", "cpu", "wall"], profile.Messages(1).Select(type => texts[(int)type.Number(1)]));
        var functions = profile.Messages(5).ToDictionary(function => function.Number(1), function => texts[(int)function.Number(2)]);
        var locations = profile.Messages(4).ToDictionary(location => location.Number(1), location => functions[location.Messages(4).Single().Number(1)]);
        var samples = profile.Messages(2).ToList();
        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Equal(3, sample.Packed(2).Count));
        Assert.All(samples, sample => Assert.All(sample.Packed(1), location => Assert.True(locations.ContainsKey(location))));
        Assert.Contains(locations.Values, method => method.Contains("EcommerceBot.Host", StringComparison.Ordinal) || method.StartsWith("Program.", StringComparison.Ordinal));
        Assert.True(samples.Sum(sample => sample.Packed(2)[2]) > 500_000_000, "A second of several threads.");
    }

    [Fact]
    public async Task HeapAndRefusals_AreAsDocumented()
    {
        var shop = await watched.StartedAsync(servers);
        using var client = new HttpClient { BaseAddress = shop.Profiling };
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/debug/pprof/heap"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"pprof:{Canaries.ProfilingToken}")));

        await Eventually.SeeAsync(() => StatusAsync(client, "/debug/pprof/profile?seconds=61"), status => status == HttpStatusCode.BadRequest, "a refusal of 61 seconds");
        var heap = await client.GetFromJsonAsync<JsonElement>(new Uri("/debug/pprof/heap?top=10", UriKind.Relative), Cancel);

        Assert.InRange(heap.GetProperty("bytes").GetInt64(), 1_000_000, 1_000_000_000);
        Assert.Equal(10, heap.GetProperty("types").GetArrayLength());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
