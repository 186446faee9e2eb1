using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Host.Listening;

/// <summary>
/// The certificate of new connections: the files' of now, looked at every few seconds. Half an exchange, or a file that cannot be read, leaves the old one in
/// use; open connections are not touched.
/// </summary>
internal sealed partial class ServerCertificate : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly TlsOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ServerCertificate> _logger;
    private volatile CertificatePair _current;

    public ServerCertificate(IOptions<TlsOptions> options, IMeterFactory meters, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        (_options, _time, _logger) = (options.Value, time, logger);
        _current = CertificatePair.Read(_options.CertificateFile!, _options.KeyFile!);
        meters.Create("EcommerceBot").CreateObservableGauge(
            "ecommercebot.certificate.expiry", () => (_current.NotAfter - _time.GetUtcNow()).TotalSeconds, "s", "Until the certificate in use expires; below 0 it has");
    }

    public CertificatePair Current => _current;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
            {
                LogUnusable(_logger, exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var certificate = await File.ReadAllTextAsync(_options.CertificateFile!, cancellationToken);
        var key = await File.ReadAllTextAsync(_options.KeyFile!, cancellationToken);
        if (CertificatePair.DigestOf(certificate, key).AsSpan().SequenceEqual(_current.Digest))
            return;
        // The old one is left to the collector: a handshake may be using it.
        _current = CertificatePair.Read(_options.CertificateFile!, _options.KeyFile!);
        LogExchanged(_logger, _current.NotAfter);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "CertificateExchanged", Message = "New connections get the new certificate, which is good until {NotAfter}")]
    private static partial void LogExchanged(ILogger logger, DateTimeOffset notAfter);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "CertificateUnusable", Message = "The certificate's files cannot be used; connections go on with the last good one")]
    private static partial void LogUnusable(ILogger logger, Exception exception);
}
