namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>Values that would end badly are refused with the cure.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("existingSecret=", "kubectl create secret generic")]
    [InlineData("settings.Shop__PublicUrl=http://shop", "should be the shop's https:// address")]
    [InlineData("worker.hpa.enabled=true,worker.keda.enabled=true", "enable one")]
    [InlineData("worker.keda.enabled=true,worker.keda.queues=null", "queues is empty")]
    [InlineData("backup.enabled=true", "backup.existingSecret is missing")]
    [InlineData("webhok.replicas=2", "webhok")]
    [InlineData("webhook.replica=2", "replica")]
    [InlineData("drainSeconds=90", "drainSeconds")]
    [InlineData("image.tag=latest", "tag")]
    [InlineData("image.digest=sha256:123", "digest")]
    [InlineData("settings.Admin__ApiKey=in-the-open", "Admin__ApiKey")]
    public async Task Value_IsRefusedWithItsName(string value, string words)
    {
        foreach (var helm in (HelmProgram[])[HelmProgram.Three, HelmProgram.Four])
        {
            var ended = await helm.RunAsync(["template", "shop", Renders.Path, "--kube-version", "1.30.0", .. Renders.Values("small"), "--set", value]);
            Assert.NotEqual(0, ended.Code);
            Assert.Contains(words, ended.Said, StringComparison.Ordinal);
        }
    }
}
