using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>A pod template or pod of a render, and what Pod Security's level "restricted" has against it.</summary>
internal sealed record Pods(string Owner, Dictionary<string, object> Metadata, Dictionary<string, object> Spec)
{
    private static readonly string[] Volumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public IEnumerable<Dictionary<string, object>> Containers =>
        Spec.At("containers").List().Concat(Spec.At("initContainers").List()).Concat(Spec.At("ephemeralContainers").List()).Cast<Dictionary<string, object>>();

    public Dictionary<string, object> Labels => Metadata.At("labels").Entries();

    public static IEnumerable<Pods> In(IEnumerable<Dictionary<string, object>> objects) =>
        from resource in objects
        let template = $"{resource["kind"]}" switch
        {
            "Pod" => resource,
            "CronJob" => resource.At("spec", "jobTemplate", "spec", "template"),
            "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "Job" => resource.At("spec", "template"),
            _ => null,
        }
        where template is not null
        select new Pods($"{resource["kind"]}/{resource.At("metadata", "name")}", template.At("metadata").Entries(), template.At("spec").Entries());

    /// <summary>The rules of https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted.</summary>
    public IEnumerable<string> Violations() =>
    [
        .. from name in (string[])["hostNetwork", "hostPID", "hostIPC"] where IsTrue(Spec.At(name)) select $"{Owner}: {name}",
        .. from volume in Spec.At("volumes").List() where !Volumes.Any(volume.Entries().ContainsKey) select $"{Owner}: volume {volume.At("name")}",
        .. Containers.SelectMany(ViolationsOf),
    ];

    private IEnumerable<string> ViolationsOf(Dictionary<string, object> container)
    {
        var where = $"{Owner} {container["name"]}";
        object? Own(params string[] path) => container.At(["securityContext", .. path]);
        object? Either(params string[] path) => Own(path) ?? Spec.At(["securityContext", .. path]);
        if (IsTrue(Own("privileged")))
            yield return $"{where}: privileged";
        if ($"{Own("allowPrivilegeEscalation")}" != "false")
            yield return $"{where}: allowPrivilegeEscalation";
        if (!Own("capabilities", "drop").List().Contains("ALL") || Own("capabilities", "add").List().Any(added => added is not "NET_BIND_SERVICE"))
            yield return $"{where}: capabilities";
        if (!IsTrue(Either("runAsNonRoot")) || $"{Either("runAsUser")}" == "0")
            yield return $"{where}: root";
        if ($"{Either("seccompProfile", "type")}" is not ("RuntimeDefault" or "Localhost"))
            yield return $"{where}: seccompProfile";
        if ($"{Own("procMount") ?? "Default"}" != "Default")
            yield return $"{where}: procMount";
        if (container.At("ports").List().Any(port => port.At("hostPort") is not null))
            yield return $"{where}: hostPort";
    }

    private static bool IsTrue(object? value) => value is "true";
}
