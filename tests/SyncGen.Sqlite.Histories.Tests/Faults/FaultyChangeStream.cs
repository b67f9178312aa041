using SyncGen.Providers;

namespace SyncGen.Sqlite.Histories.Tests.Faults;

/// <summary>Rows on their way that may not all arrive.</summary>
internal sealed class FaultyChangeStream(ChangeStream inner, FaultyCalls calls) : ChangeStream
{
    public override ChangeHeader Header => inner.Header;

    public override ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken) =>
        calls.RunAsync("ReadChanges", token =>
        {
            calls.Plan.NextBatch();
            return inner.ReadAsync(token);
        }, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
