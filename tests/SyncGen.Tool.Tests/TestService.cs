using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore;
using SyncGen.Providers;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Providers.Specification.Models.Filters;

namespace SyncGen.Tool.Tests;

/// <summary>A service on loopback that serves the scope of chores to who has its token.</summary>
internal sealed class TestService : IAsyncDisposable
{
    /// <summary>The token that it asks for.</summary>
    public const string Token = "chore-token";

    private readonly WebApplication _application;

    private TestService(WebApplication application) => _application = application;

    /// <summary>Its address.</summary>
    public string Address => _application.Urls.Single() + "/sync";

    /// <summary>Starts it over a database.</summary>
    public static async Task<TestService> StartAsync(StoreDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSyncGen();
        builder.Services.AddKeyedSingleton<SyncProvider>(typeof(ChoreScope), (_, _) => database.Open(ChoreScope.Stores, SyncRole.Peer));
        builder.Services.AddKeyedSingleton(typeof(ChoreScope), (_, _) => new SyncProviderFactory(() => database.Open(ChoreScope.Stores, SyncRole.Peer)));
        var application = builder.Build();
        application.Use((context, next) =>
        {
            if (context.Request.Headers.Authorization == $"Bearer {Token}")
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        application.MapSyncScope("/sync", ChoreScope.Definition, typeof(ChoreScope));
        await application.StartAsync();
        return new TestService(application);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
