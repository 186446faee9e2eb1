using System.Globalization;
using EcommerceBot.Operations.Tests.Running;
using k8s;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>Each set of values, by Helm 3 and 4, held against Kubernetes' own types and the promises of the chart.</summary>
public sealed class RenderTests
{
    private static readonly string[] OfOperators = ["monitoring.coreos.com", "keda.sh", "postgresql.cnpg.io", "rabbitmq.com", "redis.redis.opstreelabs.in"];

    public static TheoryData<string> Names => Renders.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Lint_FindsNothing(string name)
    {
        foreach (var helm in (HelmProgram[])[HelmProgram.Three, HelmProgram.Four])
        {
            var ended = await helm.RunAsync(["lint", "--strict", Renders.Path, "--kube-version", "1.30.0", .. Renders.Values(name)]);
            Assert.True(ended.Code == 0, ended.Said);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task HelmThreeAndFour_RenderTheSame(string name) =>
        Assert.Equal(await Renders.OfAsync(name, HelmProgram.Three), await Renders.OfAsync(name, HelmProgram.Four));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryField_IsKnownToKubernetes(string name)
    {
        var documents = (await Renders.OfAsync(name)).Split("\n---\n").Where(text => text.Contains("kind:", StringComparison.Ordinal)).ToList();
        var own = documents.Where(text => !OfOperators.Any(group => text.Contains($"apiVersion: {group}/", StringComparison.Ordinal))).ToList();

        Assert.True(own.Count >= 3);
        Assert.Equal(own.Count, KubernetesYaml.LoadAllFromString(string.Join("\n---\n", own), null, strict: true).Count);
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(own[0].Replace("kind:", "kindness: 1\nkind:", StringComparison.Ordinal), null, strict: true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryPod_IsRestricted(string name)
    {
        var pods = Pods.In(await Renders.ObjectsAsync(name)).ToList();

        Assert.NotEmpty(pods);
        Assert.Empty(pods.SelectMany(pod => pod.Violations()));
        Assert.All(pods, pod => Assert.Equal("false", pod.Spec.At("automountServiceAccountToken")));
        Assert.All(pods.SelectMany(pod => pod.Containers), container =>
        {
            Assert.Equal("true", container.At("securityContext", "readOnlyRootFilesystem"));
            Assert.NotNull(container.At("resources", "limits", "memory"));
            Assert.NotNull(container.At("resources", "requests", "cpu"));
            Assert.DoesNotMatch(":latest$|^[^:@]+$", (string)container["image"]);
            Assert.All(container.At("env").List(), variable => Assert.DoesNotMatch("(?i)password|secret|apikey", $"{variable.At("name")}"));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryDeployment_DrainsIsProbedAndHasOneMasterOfItsReplicas(string name)
    {
        var objects = await Renders.ObjectsAsync(name);
        var settings = objects.Single(item => $"{item["kind"]}" == "ConfigMap" && $"{item.At("metadata", "name")}" == "shop-ecommerce-bot").At("data");
        double Seconds(string key) => TimeSpan.Parse($"{settings.At(key)}", CultureInfo.InvariantCulture).TotalSeconds;
        foreach (var deployment in objects.Where(item => $"{item["kind"]}" == "Deployment"))
        {
            var deployed = $"{deployment.At("metadata", "name")}";
            var scalers = objects.Count(item => $"{item["kind"]}" is "HorizontalPodAutoscaler" or "ScaledObject" && $"{item.At("spec", "scaleTargetRef", "name")}" == deployed);
            Assert.True(scalers <= 1);
            Assert.Equal(scalers == 0, deployment.At("spec", "replicas") is not null);
            Assert.Single(objects, item => $"{item["kind"]}" == "PodDisruptionBudget" && $"{item.At("metadata", "name")}" == deployed);
            Assert.NotEmpty(deployment.At("spec", "template", "spec", "topologySpreadConstraints").List());
            Assert.True(double.Parse($"{deployment.At("spec", "template", "spec", "terminationGracePeriodSeconds")}", CultureInfo.InvariantCulture) > Seconds("Messaging__DrainDelay") + Seconds("Messaging__StopTimeout"));
            var container = deployment.At("spec", "template", "spec", "containers").List().Single();
            Assert.Equal("/health/live", container.At("livenessProbe", "httpGet", "path"));
            Assert.Equal("/health/ready", container.At("readinessProbe", "httpGet", "path"));
            Assert.Equal("/health/startup", container.At("startupProbe", "httpGet", "path"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EverySetting_IsOneTheHostReads(string name)
    {
        var objects = await Renders.ObjectsAsync(name);
        var maps = objects.Where(item => $"{item["kind"]}" == "ConfigMap" && !$"{item.At("metadata", "name")}".EndsWith("dashboards", StringComparison.Ordinal)).SelectMany(item => item.At("data").Entries().Keys);
        var variables = Pods.In(objects).SelectMany(pod => pod.Containers).Where(container => $"{container["name"]}" is "host" or "migrate").SelectMany(container => container.At("env").List()).Select(variable => $"{variable.At("name")}");

        Assert.DoesNotContain(maps.Concat(variables).Distinct(), setting => !HostSettings.Has(setting));
    }
}
