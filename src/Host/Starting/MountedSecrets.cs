namespace EcommerceBot.Host.Starting;

/// <summary>
/// Settings from files: each file in the folder <c>SECRETS_PATH</c> is one setting, its name the environment variable's (<c>Admin__ApiKey</c>). As Kubernetes and
/// compose mount secrets, so that none need stand in an environment that child processes and crash reports copy. They win over the environment.
/// </summary>
internal static class MountedSecrets
{
    /// <exception cref="DirectoryNotFoundException">The folder is named and not there: a secret that was meant to be mounted is not.</exception>
    public static void AddMountedSecrets(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration["SECRETS_PATH"] is { Length: > 0 } folder)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false, reloadOnChange: false);
    }
}
