using SyncGen.Providers;

namespace SyncGen.Tests.Interception;

/// <summary>A stream of changes whose reads are intercepted.</summary>
internal sealed class InterceptedChangeStream(ChangeStream inner, Interceptor interceptor) : ChangeStream
{
    public override ChangeHeader Header => inner.Header;

    public override ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("ReadChanges", () => inner.ReadAsync(cancellationToken));

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
