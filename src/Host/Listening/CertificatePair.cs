using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcommerceBot.Host.Listening;

/// <summary>A certificate with its key and its issuers, as read from two files at one moment.</summary>
internal sealed class CertificatePair : IDisposable
{
    private readonly X509Certificate2 _certificate;

    private CertificatePair(X509Certificate2 certificate, SslStreamCertificateContext context, byte[] digest) =>
        (_certificate, Context, Digest) = (certificate, context, digest);

    public SslStreamCertificateContext Context { get; }

    /// <summary>Of both files' contents: a certificate manager exchanges them behind a link, which no file watcher sees.</summary>
    public byte[] Digest { get; }

    public DateTimeOffset NotAfter => _certificate.NotAfter;

    /// <exception cref="CryptographicException">They do not fit each other, or are no PEM.</exception>
    public static CertificatePair Read(string certificateFile, string keyFile)
    {
        var (certificate, key) = (File.ReadAllText(certificateFile), File.ReadAllText(keyFile));
        var leaf = X509Certificate2.CreateFromPem(certificate, key);
        var issuers = new X509Certificate2Collection();
        issuers.ImportFromPem(certificate);
        issuers.RemoveAt(0);
        return new CertificatePair(leaf, SslStreamCertificateContext.Create(leaf, issuers, offline: true), DigestOf(certificate, key));
    }

    public static byte[] DigestOf(string certificate, string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{certificate}\0{key}"));

    public void Dispose() => _certificate.Dispose();
}
