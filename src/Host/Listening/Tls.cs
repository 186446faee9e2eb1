namespace EcommerceBot.Host.Listening;

/// <summary>TLS for every https address the Host listens on, where <c>Tls__CertificateFile</c> is set.</summary>
internal static class Tls
{
    public static void AddTls(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TlsOptions>().BindConfiguration(TlsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        if (!Read(builder.Configuration).IsOn)
            return;
        builder.Services.AddSingleton<ServerCertificate>().AddHostedService(services => services.GetRequiredService<ServerCertificate>());
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            var certificate = kestrel.ApplicationServices.GetRequiredService<ServerCertificate>();
            https.ServerCertificateSelector = (_, _) => certificate.Current.Context.TargetCertificate;
            // In place of the selector, which could not hand out the issuers.
            https.OnAuthenticate = (_, handshake) =>
            {
                handshake.ServerCertificateSelectionCallback = null;
                handshake.ServerCertificateContext = certificate.Current.Context;
            };
        }));
    }

    public static TlsOptions Read(IConfiguration configuration) => configuration.GetSection(TlsOptions.SectionName).Get<TlsOptions>() ?? new();

    public static IEnumerable<string> Urls(IConfiguration configuration) =>
        Read(configuration) is { IsOn: true } options ? [$"https://*:{options.Port}"] : [];
}
