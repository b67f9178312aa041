using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using SyncGen;
using SyncGen.AspNetCore;
using SyncGen.Providers;
using Todos;
using TodoServer;

var builder = WebApplication.CreateBuilder(args);
var postgreSql = builder.Configuration.GetConnectionString("PostgreSql");
var sqlite = builder.Configuration.GetConnectionString("Sqlite") ?? "Data Source=todo.db";

// Servers that share the work share the keys, too.
if (builder.Configuration["Keys"] is { Length: > 0 } keys)
{
    builder.Services.AddDataProtection().SetApplicationName("TodoServer").PersistKeysToFileSystem(new DirectoryInfo(keys));
}

builder.Services.AddAuthentication(DevelopmentTokens.SchemeName).AddScheme<DevelopmentTokenOptions, DevelopmentTokens>(DevelopmentTokens.SchemeName, null);
builder.Services.AddAuthorization();
builder.Services.AddHealthChecks().AddSyncGen();

// snippet: serve
builder.Services.AddSyncGen().AddTodoScope<SyncProvider>(_ => postgreSql is null
    ? TodoScope.Sqlite(sqlite, SyncRole.Peer)
    : TodoScope.PostgreSql(postgreSql));
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapTodoScope("/sync", options =>
{
    builder.Configuration.GetSection("Sync").Bind(options);
    options.BindClaim("owner", ClaimTypes.NameIdentifier)
        .UseRowHooks<TodoItem, TodoItemHooks>()
        .ShowDiagnosticsTo(context => context.User.HasClaim(ClaimTypes.NameIdentifier, "operator"));
}).RequireAuthorization();
// end snippet

app.MapHealthChecks("/health");
await app.Services.GetRequiredKeyedService<SyncProvider>(typeof(TodoScope)).ProvisionAsync();
await app.RunAsync();
