using System.Reflection;
using EcommerceBot.Conformance;

var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
if (environment == "Production")
    return LoopbackOnly.RefuseProduction();

// The Host's own entry point, with this assembly beside it: nothing in src/ knows that there are fixtures.
Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ConformanceProfile).Assembly.GetName().Name);
return (int)Assembly.Load("EcommerceBot.Host").EntryPoint!.Invoke(null, [args])!;
