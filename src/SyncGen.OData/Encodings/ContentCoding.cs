using System.IO.Compression;

namespace SyncGen.OData.Encodings;

/// <summary>How bodies are packed for the way: <c>zstd</c>, <c>br</c> and <c>gzip</c>, by their names in HTTP.</summary>
public static class ContentCoding
{
    // Quick, and near the best that it can do: rows are packed once and read once.
    private const int ZstandardLevel = 3;
    private const CompressionLevel Level = CompressionLevel.Fastest;

    // 256 KiB. The level's own window of 2 MiB would be the most of what a request takes.
    private const int ZstandardWindowLog = 18;

    // 8 MiB, as RFC 9659 has it for HTTP: a decoder makes room for as much as ten bytes ask for.
    private const int ZstandardWindowLogMax = 23;

    /// <summary>The codings, the preferred first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["zstd", "br", "gzip"];

    /// <summary>The coding that is preferred among those that a partner takes; null if it takes none.</summary>
    /// <param name="accepted">The value of an <c>Accept-Encoding</c> header.</param>
    public static string? Choose(string? accepted)
    {
        var taken = (accepted ?? "").Split(',').Select(part => part.Split(';', 2)).Where(part => part.Length == 1 || IsWanted(part[1])).Select(part => part[0].Trim());
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Names.FirstOrDefault(names.Contains);
    }

    /// <summary>Packs what is written to the stream that it answers; dispose of that to write the rest.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="target">Where it goes; stays open.</param>
    /// <exception cref="ArgumentException">There is no such coding.</exception>
    public static Stream Compress(string name, Stream target) => name switch
    {
        "zstd" => Pack(target),
        "br" => new BrotliStream(target, Level, leaveOpen: true),
        "gzip" => new GZipStream(target, Level, leaveOpen: true),
        _ => throw Unknown(name),
    };

    /// <summary>
    /// Unpacks a stream as it is read. However much comes out, no more is held than a window, of 16 MiB at the most: limit what you read.
    /// A reader of the stream that it answers learns of damage by a <see cref="SyncException"/> with <see cref="SyncErrorCode.MalformedData"/>.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="source">What is packed; stays open.</param>
    /// <exception cref="ArgumentException">There is no such coding.</exception>
    public static Stream Decompress(string name, Stream source) => new UnpackedStream(name switch
    {
        "zstd" => new ZstdSharp.DecompressionStream(source, Zstandard(), preserveDecompressor: false, leaveOpen: true),
        "br" => new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true),
        "gzip" => new GZipStream(source, CompressionMode.Decompress, leaveOpen: true),
        _ => throw Unknown(name),
    });

    private static ZstdSharp.CompressionStream Pack(Stream target)
    {
        var stream = new ZstdSharp.CompressionStream(target, ZstandardLevel, leaveOpen: true);
        stream.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_windowLog, ZstandardWindowLog);
        return stream;
    }

    private static ZstdSharp.Decompressor Zstandard()
    {
        var decompressor = new ZstdSharp.Decompressor();
        decompressor.SetParameter(ZstdSharp.Unsafe.ZSTD_dParameter.ZSTD_d_windowLogMax, ZstandardWindowLogMax);
        return decompressor;
    }

    // A weight above zero; what is no weight is no wish either.
    private static bool IsWanted(string parameters) =>
        parameters.Trim() is ['q' or 'Q', '=', .. var quality]
        && double.TryParse(quality, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value) && value > 0;

    private static ArgumentException Unknown(string name) => new($"There is no coding '{name}'.", nameof(name));
}
