using SyncGen.OData.Feeds;

namespace SyncGen.OData.Json;

/// <summary>A stream, and before it bytes that were read from it already. The stream beneath stays open.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream inner) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override int Read(Span<byte> buffer) => TakePrefix(buffer) is > 0 and var taken ? taken : inner.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakePrefix(buffer.Span) is > 0 and var taken ? taken : await inner.ReadAsync(buffer, cancellationToken);

    private int TakePrefix(Span<byte> into)
    {
        var taken = Math.Min(_prefix.Length, into.Length);
        _prefix.Span[..taken].CopyTo(into);
        _prefix = _prefix[taken..];
        return taken;
    }
}
