using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>Self-signed certificates in PEM files, and a look at the one a port shows.</summary>
internal static class Certificates
{
    public static void Write(string folder, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        File.WriteAllText(Path.Combine(folder, "tls.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "tls.crt"), certificate.ExportCertificatePem());
    }

    /// <summary>The name in the certificate that a new connection gets.</summary>
    public static async Task<string> ShownAsync(int port, CancellationToken cancellationToken)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", port, cancellationToken);
        var subject = "";
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    // Self-signed, and only looked at.
                    subject = certificate?.Subject ?? "";
                    return certificate is not null;
                },
            }, cancellationToken);
        return subject;
    }
}
