using System.Reflection;
using EcommerceBot.Conformance;

// The Host's own entry point, with this assembly beside it: nothing in src/ knows that there are fixtures.
Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ConformanceProfile).Assembly.GetName().Name);
return (int)Assembly.Load("EcommerceBot.Host").EntryPoint!.Invoke(null, [args])!;
