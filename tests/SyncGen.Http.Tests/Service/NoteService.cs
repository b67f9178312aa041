using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore;
using SyncGen.Http.Tests.Model;

namespace SyncGen.Http.Tests.Service;

/// <summary>A hub of notes behind HTTP, which a test may stand before.</summary>
internal sealed class NoteService : IAsyncDisposable
{
    private const int BatchBytes = 20_000;

    private readonly WebApplication _application;

    private NoteService(WebApplication application, NoteStore store) => (_application, Store) = (application, store);

    public NoteStore Store { get; }

    public Uri Address => new($"{_application.Urls.Single()}/sync");

    /// <summary>Starts a service whose batches hold about 20 notes.</summary>
    /// <param name="before">What is done with a request before the service has it; null: nothing.</param>
    public static async Task<NoteService> StartAsync(Func<HttpContext, RequestDelegate, Task>? before = null)
    {
        var store = await NoteStore.CreateAsync(SyncRole.Peer);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSyncGen().AddNoteScope(_ => NoteScope.Sqlite(store.ConnectionString, SyncRole.Peer));
        var application = builder.Build();
        if (before is not null)
        {
            application.Use(next => context => before(context, next));
        }

        application.MapNoteScope("/sync", options => options.BatchBytesMax = BatchBytes);
        await application.StartAsync();
        return new NoteService(application, store);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await Store.DisposeAsync();
    }
}
