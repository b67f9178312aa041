namespace SyncGen.OData.Feeds;

/// <summary>A stream that may be read up to a limit, whatever it was before it was decompressed. The stream beneath stays open.</summary>
internal sealed class LimitedStream(Stream inner, long bytesMax) : ReadOnlyStream
{
    private long _read;

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    private int Count(int read)
    {
        _read += read;
        return _read <= bytesMax ? read : throw Malformed.TooLarge($"The feed has more than {bytesMax} bytes. Send it in smaller batches.");
    }
}
