using System.Text;
using SyncGen.OData.Encodings;
using SyncGen.Testing.Mutations;

namespace SyncGen.AspNetCore.Tests.Storm;

/// <summary>Damages requests: verb, address, headers, body, and the blob that is in it.</summary>
internal sealed class StormMutator(IReadOnlyList<StormRequest> requests, IReadOnlyList<string> blobs)
{
    private const string Blob = "serverBlob";

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "X"];
    private static readonly string[] s_types = ["application/json", "application/atom+xml", "application/vnd.syncgen.compact", "text/html", "application/json; charset=utf-16", "*/*", ";", "", "a/b;q=x"];
    private static readonly string[] s_codings = ["gzip", "br", "zstd", "identity", "*", "gzip, br", "gzip;q=0", "deflate", "zstd;q=0.1", ""];
    private static readonly string[] s_versions = ["1.0", "1.0;", "2.0", "0", "", "99999999999.1", "1.0.0.0.0"];
    private static readonly string[] s_queries = ["$format=json", "$format=atom", "$format=", "owner=ben", "owner='ann'", "owner=%00", "owner=ann&owner=ann", "$syncServerBlob=", "$syncServerBlob=AAAA", "a=%ED%A0%80", "%", "&&&", "owner=%F0%9F%98%80"];
    private static readonly string[] s_paths = ["shop/", "stall/", "chores/", "$syncScopes", "$metadata", "DownloadChanges", "UploadChanges", "/", "//", "%2F", "..", "%00", "é"];

    private readonly ByteMutator _feeds = new([.. requests.Where(request => IsFeed(request) && request.Body is not null).Select(request => request.Body!)], ByteMutator.TextTokens);
    private readonly MessagePackMutator _messages = new([.. requests.Where(request => !IsFeed(request)).Select(request => request.Body!)]);
    private readonly ByteMutator _blobs = new([.. blobs.Select(Convert.FromBase64String)], [[0], [0xFF]]);

    /// <summary>Makes a damaged request; one of ten is damaged nowhere.</summary>
    public StormRequest Next(Random random)
    {
        var request = requests[random.Next(requests.Count)];
        for (var n = random.Next(10) == 0 ? 0 : random.Next(4) == 0 ? 3 : 1; n > 0; n--)
        {
            request = Damage(request, random);
        }

        return request;
    }

    private StormRequest Damage(StormRequest request, Random random) => random.Next(14) switch
    {
        0 => request with { Method = One(s_methods, random) },
        1 => request with { Path = request.Path + (request.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + One(s_queries, random) },
        2 => request with { Path = request.Path.Insert(random.Next(request.Path.Length + 1), One(s_paths, random)) },
        3 => request.With("Content-Type", One(s_types, random)),
        4 => request.With("Accept", One(s_types, random)),
        5 => request.With("Accept-Encoding", One(s_codings, random)),
        6 => request.With("Content-Encoding", One(s_codings, random)),
        7 => request.With(random.Next(2) == 0 ? "SyncServiceVersion" : "MaxSyncServiceVersion", One(s_versions, random)),
        8 => request with { Headers = [.. request.Headers.Where(header => header.Name != "X-User")] },
        9 => Packed(request, random),
        10 => WithBlob(request, Convert.ToBase64String(_blobs.Damage(random))),
        11 => WithBlob(request, blobs[random.Next(blobs.Count)]),
        _ when request.Body is null => WithBlob(request, Encoding.UTF8.GetString(_feeds.Damage(Encoding.UTF8.GetBytes(blobs[0]), random))),
        _ when IsFeed(request) => request with { Body = _feeds.Damage(request.Body!, random) },
        _ => request with { Body = _messages.Damage(random) },
    };

    // Packed well, or packed and then damaged.
    private StormRequest Packed(StormRequest request, Random random)
    {
        if (request.Body is null)
        {
            return request;
        }

        var coding = ContentCoding.Names[random.Next(ContentCoding.Names.Count)];
        using var packed = new MemoryStream();
        using (var pack = ContentCoding.Compress(coding, packed))
        {
            pack.Write(request.Body);
        }

        var body = random.Next(2) == 0 ? packed.ToArray() : _feeds.Damage(packed.ToArray(), random);
        return request.With("Content-Encoding", coding) with { Body = body };
    }

    private static StormRequest WithBlob(StormRequest request, string blob)
    {
        if (request.Body is null)
        {
            return request with { Path = $"{request.Path.Split('?')[0]}?$syncServerBlob={Uri.EscapeDataString(blob)}" };
        }

        var text = Encoding.Latin1.GetString(request.Body);
        var at = text.IndexOf(Blob, StringComparison.Ordinal);
        var start = at < 0 ? -1 : text.IndexOfAny(['"', '>'], at + Blob.Length) is var mark && mark >= 0 && text[mark] == '"' ? text.IndexOf('"', mark + 1) : mark;
        var end = start < 0 ? -1 : text.IndexOfAny(['"', '<'], start + 1);
        return end < 0 ? request : request with { Body = Encoding.Latin1.GetBytes(text[..(start + 1)] + blob + text[end..]) };
    }

    private static bool IsFeed(StormRequest request) => request.Headers.All(header => header.Value != OData.Compact.CompactFormat.MediaType);

    private static string One(string[] values, Random random) => values[random.Next(values.Length)];
}
