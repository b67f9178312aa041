using System.IO.Compression;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Encodings;

/// <summary>A stream as it comes out of a decoder. Each decoder has exceptions of its own for what it cannot unpack; here it is one.</summary>
internal sealed class UnpackedStream(Stream decoder) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return decoder.Read(buffer);
        }
        catch (Exception error) when (IsOfDecoder(error))
        {
            throw Damaged(error);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await decoder.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception error) when (IsOfDecoder(error))
        {
            throw Damaged(error);
        }
    }

    public override ValueTask DisposeAsync() => decoder.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
        }

        base.Dispose(disposing);
    }

    // What the stream beneath throws is of another kind, but for Brotli's, which no stream of a body throws.
    private bool IsOfDecoder(Exception error) => error is InvalidDataException or ZstdSharp.ZstdException or EndOfStreamException || error is InvalidOperationException && decoder is BrotliStream;

    private static SyncException Damaged(Exception error) => Malformed.Of($"The body cannot be unpacked: {error.Message}", error);
}
