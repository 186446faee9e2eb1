# The shop: one program for all roles (Host__Roles). Build from the repository's root: docker build -t ecommerce-bot:0.1.0 .
ARG DOTNET=10.0
FROM mcr.microsoft.com/dotnet/sdk:${DOTNET}-noble AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src src
RUN dotnet restore src/Host/EcommerceBot.Host.csproj --locked-mode
RUN dotnet publish src/Host/EcommerceBot.Host.csproj --no-restore -c Release -o /app -p:UseAppHost=false -p:DebugType=portable \
    && mkdir /data

# Chiseled: no shell, no package manager; "extra" has ICU, by which prices and names are written in the shopper's language.
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiseled-extra AS final
WORKDIR /app
COPY --from=build /app .
# The embedded store's folder, for those who run without PostgreSQL; owned by the user below.
COPY --from=build --chown=1654:1654 /data /data
# The root file system may be read-only: only /tmp (profiling's socket) and /data are written to.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Management__Port=9090 \
    Storage__DataPath=/data \
    DOTNET_gcServer=0
EXPOSE 8080 9090
USER 1654:1654
# The image has no curl; the program asks itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "EcommerceBot.Host.dll", "health"]
ENTRYPOINT ["dotnet", "EcommerceBot.Host.dll"]
