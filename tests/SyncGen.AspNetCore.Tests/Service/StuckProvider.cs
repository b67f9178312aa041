using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A store that says what no driver should, or nothing at all.</summary>
internal sealed class StuckProvider(SyncScope scope, Exception? error) : SyncProvider(scope)
{
    public override string DisplayName => "stuck";

    public override SyncRole Role => SyncRole.Peer;

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    // It does not even hear that it is cancelled.
    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        await Task.Delay(error is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, CancellationToken.None);
        throw error!;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
