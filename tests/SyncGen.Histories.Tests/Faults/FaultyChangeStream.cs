using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>Rows on their way that may not all arrive.</summary>
/// <param name="inner">The rows.</param>
/// <param name="calls">What may go wrong.</param>
/// <param name="begin">Notes what the source holds, when the stream is opened and when it says that it holds something newer.</param>
internal sealed class FaultyChangeStream(ChangeStream inner, FaultyCalls calls, Action<ChangeHeader> begin) : ChangeStream
{
    private ChangeHeader? _begun;

    public override ChangeHeader Header
    {
        get
        {
            if (!ReferenceEquals(_begun, inner.Header))
            {
                _begun = inner.Header;
                begin(_begun);
            }

            return inner.Header;
        }
    }

    public override ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken) =>
        calls.RunAsync("ReadChanges", token =>
        {
            calls.Plan.NextBatch();
            return inner.ReadAsync(token);
        }, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
