using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Listening;

/// <summary>TLS by the Host itself, for shops without an ingress before them. The files may be exchanged while the Host runs.</summary>
internal sealed class TlsOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tls";

    /// <summary>PEM file with the certificate, followed by those of its issuers. Default: not set, no TLS here.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file with the certificate's private key, without a password.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Default 8443.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 8443;

    public bool IsOn => !string.IsNullOrEmpty(CertificateFile) || !string.IsNullOrEmpty(KeyFile);

    /// <summary>What keeps the files from being used, each with its cure.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            return [];
        if (string.IsNullOrEmpty(CertificateFile) || string.IsNullOrEmpty(KeyFile))
            return ["Tls__CertificateFile and Tls__KeyFile belong together: set both to PEM files, or neither."];
        try
        {
            using var pair = CertificatePair.Read(CertificateFile, KeyFile);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            return [$"Tls__CertificateFile and Tls__KeyFile cannot be used: {exception.Message} They should name a PEM certificate chain and its key without a password."];
        }
    }
}
