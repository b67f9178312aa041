using SyncGen.Providers;

namespace SyncGen.Http.Sessions;

/// <summary>Rows on their way from a store behind HTTP: one request for each batch, from where the one before ended.</summary>
/// <param name="first">The first batch, and what the store says before it.</param>
/// <param name="read">Asks for the next one, with what the store said and the batch before.</param>
internal sealed class HttpChangeStream(
    (ChangeHeader Header, ChangeBatch Batch) first,
    Func<ChangeHeader, ChangeBatch, CancellationToken, ValueTask<(ChangeHeader Header, ChangeBatch Batch)>> read) : ChangeStream
{
    private (ChangeHeader Header, ChangeBatch Batch)? _next = first;
    private ChangeHeader _header = first.Header;
    private ChangeBatch? _last;

    public override ChangeHeader Header => _header;

    public override async ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_last is { IsLast: true })
        {
            return null;
        }

        var next = _next ?? await read(_header, _last!, cancellationToken);
        _next = null;
        (_header, _last) = next;
        return _last;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
