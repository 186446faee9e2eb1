using EcommerceBot.Host;
using EcommerceBot.Host.Admin;
using EcommerceBot.Host.Commands;
using EcommerceBot.Host.Errors;
using EcommerceBot.Host.Limits;
using EcommerceBot.Host.Listening;
using EcommerceBot.Host.Profiling;
using EcommerceBot.Host.Starting;

if (HostCommands.Handles(args))
    return await HostCommands.RunAsync(args);

// The page and the settings lie beside the program, wherever it was started from; ./data lies where it was started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddMountedSecrets();
if (StartChecks.FaultsOf(builder.Configuration, builder.Environment) is { Count: > 0 } faults)
    return await StartChecks.RefuseAsync(faults);

builder.AddObservability();
builder.AddSecurity();
builder.AddTls();
builder.AddPorts();
builder.AddStorage();
builder.Services.AddModules(builder.Configuration);
builder.AddMessaging();
builder.AddRateLimits();
builder.AddHealth();
builder.AddErrors();
builder.AddAdmin();

var roles = HostRoles.Read(builder.Configuration);
var app = builder.Build();
using var store = app.LockEmbeddedStore();
await app.MigrateStoreAsync();

app.UseProxies();
app.UsePorts();
app.UseObservability();
app.UseSecurity();
if (roles.Webhook)
{
    app.UseDefaultFiles();
    app.UseStaticFiles(Security.StaticFiles);
}
app.UseRateLimits();
app.UseAdmin();
if (roles.Webhook)
{
    app.MapModules();
    app.MapErrors();
    app.MapApiReference();
}
if (roles.Mcp)
    app.MapModulesForAgents();
app.MapHealth();
app.MapObservability();
app.MapProfiling();

await app.RunAsync();
return 0;
