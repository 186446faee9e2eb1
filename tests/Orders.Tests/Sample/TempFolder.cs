namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>A folder that is gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("orders-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
