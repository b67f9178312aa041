using SyncGen.Providers;

namespace SyncGen.Tests.Interception;

/// <summary>A stream of edits whose reads are intercepted.</summary>
internal sealed class InterceptedEditStream(EditStream inner, Interceptor interceptor) : EditStream
{
    public override long ExpectedRows => inner.ExpectedRows;

    public override IReadOnlyList<UnreadableRow> Unreadable => inner.Unreadable;

    public override ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("ReadEdits", () => inner.ReadAsync(cancellationToken));

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
