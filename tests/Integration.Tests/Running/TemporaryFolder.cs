namespace EcommerceBot.Integration.Tests.Running;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("shop-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
