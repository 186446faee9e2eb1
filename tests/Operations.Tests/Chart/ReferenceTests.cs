using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>What a manifest names is there: in the render, or among the secrets and claims the operator was asked for.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] OfTheOperator = ["Secret/shop", "Secret/shop-backup", "Secret/shop-redis", "Secret/registry", "PersistentVolumeClaim/shop-media"];

    public static TheoryData<string> Names => Renders.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryName_Resolves(string name)
    {
        var objects = await Renders.ObjectsAsync(name);
        var there = objects.Select(item => $"{item["kind"]}/{item.At("metadata", "name")}").Concat(OfTheOperator).ToHashSet();
        var asked = Pods.In(objects).SelectMany(OfPod).Concat(objects.SelectMany(OfItem)).ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(reference => !there.Contains(reference)).Distinct());
        Assert.Equal(objects.Count, objects.Select(item => $"{item["kind"]}/{item.At("metadata", "name")}").Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EverySelector_FindsPods(string name)
    {
        var objects = await Renders.ObjectsAsync(name);
        var pods = Pods.In(objects).ToList();
        var selectors = from item in objects
                        let selector = $"{item["kind"]}" switch
                        {
                            "Service" => item.At("spec", "selector"),
                            "Deployment" or "PodDisruptionBudget" => item.At("spec", "selector", "matchLabels"),
                            _ => null,
                        }
                        where selector is not null
                        select (Owner: $"{item["kind"]}/{item.At("metadata", "name")}", Labels: selector.Entries());

        Assert.Empty(selectors.Where(selector => !pods.Exists(pod => Fits(selector.Labels, pod))).Select(selector => selector.Owner));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("production")]
    [InlineData("air-gapped")]
    public async Task EveryPod_IsDeniedByDefault(string name)
    {
        var objects = await Renders.ObjectsAsync(name);
        var deny = Assert.Single(objects, item => $"{item["kind"]}" == "NetworkPolicy" && $"{item.At("metadata", "name")}".EndsWith("-deny", StringComparison.Ordinal));

        Assert.Equal(["Ingress", "Egress"], deny.At("spec", "policyTypes").List());
        Assert.Null(deny.At("spec", "ingress"));
        Assert.Null(deny.At("spec", "egress"));
        Assert.Empty(Pods.In(objects).Where(pod => !Fits(deny.At("spec", "podSelector", "matchLabels").Entries(), pod)).Select(pod => pod.Owner));
        Assert.DoesNotContain(objects, item => $"{item["kind"]}" is "Secret" or "Role" or "ClusterRole");
    }

    private static bool Fits(Dictionary<string, object> selector, Pods pod) =>
        selector.All(label => pod.Labels.TryGetValue(label.Key, out var value) && Equals(value, label.Value));

    private static IEnumerable<string> OfPod(Pods pod) =>
    [
        .. pod.Containers.SelectMany(container => container.At("envFrom").List()).SelectMany(source => Named(("ConfigMap", source.At("configMapRef", "name")), ("Secret", source.At("secretRef", "name")))),
        .. pod.Spec.At("volumes").List().SelectMany(volume => Named(("Secret", volume.At("secret", "secretName")), ("ConfigMap", volume.At("configMap", "name")), ("PersistentVolumeClaim", volume.At("persistentVolumeClaim", "claimName")))),
        .. Named(("ServiceAccount", pod.Spec.At("serviceAccountName"))),
        .. pod.Spec.At("imagePullSecrets").List().SelectMany(secret => Named(("Secret", secret.At("name")))),
    ];

    private static IEnumerable<string> OfItem(Dictionary<string, object> item) => $"{item["kind"]}" switch
    {
        "HorizontalPodAutoscaler" or "ScaledObject" => Named(("Deployment", item.At("spec", "scaleTargetRef", "name")))
            .Concat(item.At("spec", "triggers").List().SelectMany(trigger => Named(("TriggerAuthentication", trigger.At("authenticationRef", "name"))))),
        "TriggerAuthentication" => item.At("spec", "secretTargetRef").List().SelectMany(reference => Named(("Secret", reference.At("name")))),
        "Ingress" => item.At("spec", "rules").List().SelectMany(rule => rule.At("http", "paths").List()).SelectMany(path => Named(("Service", path.At("backend", "service", "name")))),
        _ => [],
    };

    private static IEnumerable<string> Named(params (string Kind, object? Name)[] references) =>
        from reference in references where reference.Name is not null select $"{reference.Kind}/{reference.Name}";
}
