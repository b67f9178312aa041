using SyncGen.OData.Compact;
using SyncGen.Providers;

namespace SyncGen.Http.Sessions;

/// <summary>Rows on their way from a hub behind HTTP: one request for each batch, from where the one before ended.</summary>
internal sealed class HttpChangeStream(
    DownloadAnswer first, DownloadRequest request, Func<DownloadRequest, CancellationToken, ValueTask<DownloadAnswer>> read) : ChangeStream
{
    private DownloadAnswer? _next = first;
    private ChangeHeader _header = first.Header!;
    private ChangeBatch? _last;

    public override ChangeHeader Header => _header;

    public override async ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_last is { IsLast: true })
        {
            return null;
        }

        var answer = _next ?? await read(request with { Cursor = _last!.Cursor, Reconcile = _header.Reconcile, GoesOn = true }, cancellationToken);
        _next = null;
        _header = answer.Header!;
        _last = answer.Batch!;
        return _last;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
