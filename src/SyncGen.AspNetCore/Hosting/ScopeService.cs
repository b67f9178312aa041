using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Former;
using SyncGen.AspNetCore.Requests;
using SyncGen.Model;
using SyncGen.OData.Schema;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>A scope that is served: what all its requests share.</summary>
internal sealed class ScopeService(
    SyncScope scope, SyncServiceOptions options, HubPool pool, IDataProtectionProvider protection, SyncEnvironment environment, ILoggerFactory loggers) : IAsyncDisposable
{
    public WireSchema Schema { get; } = new(scope, options.Namespace);

    public SyncScope Scope => scope;

    public SyncServiceOptions Options => options;

    public HubPool Pool => pool;

    public UserTurns Turns { get; } = new(options);

    public RecentRequests Recent { get; } = new(environment.Time);

    public SyncEnvironment Environment => environment;

    public FormerModels Former { get; } = new(scope, pool);

    public BlobProtector Blobs { get; } = new(protection, scope);

    public ILogger Logger { get; } = loggers.CreateLogger("SyncGen.AspNetCore");

    public async ValueTask DisposeAsync()
    {
        await Turns.DisposeAsync();
        await pool.DisposeAsync();
    }
}
