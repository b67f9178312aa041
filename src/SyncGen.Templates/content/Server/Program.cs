using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SyncGen;
using SyncGen.AspNetCore;
using SyncGen.Providers;
using Acme_Todo.Server;

var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration.GetConnectionString("Todo") ?? throw new InvalidOperationException("Set ConnectionStrings:Todo.");

builder.Services.AddAuthentication(DevelopmentTokens.SchemeName)
    .AddScheme<AuthenticationSchemeOptions, DevelopmentTokens>(DevelopmentTokens.SchemeName, null);
builder.Services.AddAuthorization();
builder.Services.AddHealthChecks().AddSyncGen();
#if (usePostgreSql)
builder.Services.AddSyncGen().AddTodoScope(_ => TodoScope.PostgreSql(database));
#else
builder.Services.AddSyncGen().AddTodoScope(_ => TodoScope.Sqlite(database, SyncRole.Peer));
#endif

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

// Everybody gets, and may change, the rows that they own.
app.MapTodoScope("/sync", options => options.BindClaim("owner", ClaimTypes.NameIdentifier)).RequireAuthorization();
app.MapHealthChecks("/health");

// Makes the table, and what tracks its changes, where they are missing.
await app.Services.GetRequiredKeyedService<SyncProvider>(typeof(TodoScope)).ProvisionAsync();
await app.RunAsync();
