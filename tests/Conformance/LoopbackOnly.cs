using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;

namespace EcommerceBot.Conformance;

/// <summary>Stops the program where strangers could reach the fixtures.</summary>
internal sealed class LoopbackOnly(IHostEnvironment environment, IServer server) : IHostedLifecycleService
{
    private const string NotInProduction = "The conformance profile does not run in Production. Set ASPNETCORE_ENVIRONMENT=Development, or start the Host itself.";

    /// <summary>Before the Host makes its own checks, whose faults would hide this one.</summary>
    public static int RefuseProduction()
    {
        Console.Error.WriteLine(NotInProduction);
        return 1;
    }

    /// <summary>Again where the environment was named on the command line.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) =>
        environment.IsProduction() ? throw new InvalidOperationException(NotInProduction) : Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var open = server.Features.Get<IServerAddressesFeature>()!.Addresses.Where(address => !IsLoopback(new Uri(address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal)))).ToList();
        return open.Count > 0
            ? throw new InvalidOperationException($"The conformance profile listens on loopback only, not on {string.Join(", ", open)}. Set ASPNETCORE_URLS=http://127.0.0.1:<port>.")
            : Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
