using System.Net;

namespace SyncGen.Http.Tests.Service;

/// <summary>A body that knows whether it was disposed of, and may hang when it is read.</summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly bool _hangs;

    public TrackedContent(HttpContent inner, bool hangs)
    {
        (_inner, _hangs) = (inner, hangs);
        foreach (var (name, values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool IsDisposed { get; private set; }

    protected override async Task<Stream> CreateContentReadStreamAsync() => _hangs ? new HangingStream() : await _inner.ReadAsStreamAsync();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        _inner.Dispose();
        base.Dispose(disposing);
    }
}
