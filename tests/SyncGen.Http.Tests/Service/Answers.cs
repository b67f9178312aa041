using System.Text;
using SyncGen.OData.Encodings;

namespace SyncGen.Http.Tests.Service;

/// <summary>What somebody may answer who is no synchronisation service, or whose answer suffered on the way.</summary>
internal static class Answers
{
    private const string Ours = "application/vnd.syncgen.compact";

    /// <summary>Bytes for a request's head, the error that they are, and whether it may pass.</summary>
    public static IReadOnlyDictionary<string, (Func<string, byte[]> Answer, SyncErrorCode Code, bool IsTransient)> All { get; } =
        new Dictionary<string, (Func<string, byte[]>, SyncErrorCode, bool)>
        {
            ["a page"] = (_ => Answer("text/html", "<html>Welcome</html>"u8), SyncErrorCode.NoSuchService, false),
            ["another program's JSON"] = (_ => Answer("application/json", "{\"items\":[]}"u8), SyncErrorCode.NoSuchService, false),
            ["nothing, untyped"] = (_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), SyncErrorCode.NoSuchService, false),
            ["nothing, of our type"] = (_ => Answer(Ours, []), SyncErrorCode.MalformedData, false),
            ["a page, of our type"] = (_ => Answer(Ours, "<html>Welcome</html>"u8), SyncErrorCode.MalformedData, false),
            ["random bytes, of our type"] = (_ => Answer(Ours, Random(5_000)), SyncErrorCode.MalformedData, false),
            ["a message of a later version"] = (_ => Answer(Ours, [0x94, 2, 0xC0, 0xC0, 0xC0]), SyncErrorCode.MalformedData, false),
            ["an array that claims two thousand million"] = (_ => Answer(Ours, [0xDD, 0x7F, 0xFF, 0xFF, 0xFF]), SyncErrorCode.MalformedData, false),
            ["a page to sign in at, after a redirect"] = (SignIn, SyncErrorCode.NoSuchService, false),
            ["a coding that nobody asked for"] = (_ => Answer(Ours, Random(100), "Content-Encoding: deflate\r\n"), SyncErrorCode.MalformedData, false),
            ["two codings at once"] = (_ => Answer(Ours, Random(100), "Content-Encoding: gzip, br\r\n"), SyncErrorCode.MalformedData, false),
            ["gzip that is none"] = (_ => Answer(Ours, Random(5_000), "Content-Encoding: gzip\r\n"), SyncErrorCode.MalformedData, false),
            ["br that is none"] = (_ => Answer(Ours, Random(5_000), "Content-Encoding: br\r\n"), SyncErrorCode.MalformedData, false),
            ["zstd that is none"] = (_ => Answer(Ours, Random(5_000), "Content-Encoding: zstd\r\n"), SyncErrorCode.MalformedData, false),
            ["a bomb in gzip"] = (_ => Answer(Ours, Bomb("gzip"), "Content-Encoding: gzip\r\n"), SyncErrorCode.LimitExceeded, false),
            ["a bomb in br"] = (_ => Answer(Ours, Bomb("br"), "Content-Encoding: br\r\n"), SyncErrorCode.LimitExceeded, false),
            ["a bomb in zstd"] = (_ => Answer(Ours, Bomb("zstd"), "Content-Encoding: zstd\r\n"), SyncErrorCode.LimitExceeded, false),
            ["more than is allowed"] = (_ => Answer(Ours, Random(200_000)), SyncErrorCode.LimitExceeded, false),
            ["half of what was announced"] = (_ => Answer(Ours, Random(5_000))[..2_000], SyncErrorCode.ServiceUnreachable, true),
            ["half of its chunks"] = (_ => Bytes($"HTTP/1.1 200 OK\r\nContent-Type: {Ours}\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n"), SyncErrorCode.ServiceUnreachable, true),
            ["chunks that are none"] = (_ => Bytes($"HTTP/1.1 200 OK\r\nContent-Type: {Ours}\r\nTransfer-Encoding: chunked\r\n\r\nwhat\r\n"), SyncErrorCode.ServiceUnreachable, true),
            ["half of a head"] = (_ => "HTTP/1.1 200 OK\r\nContent-"u8.ToArray(), SyncErrorCode.ServiceUnreachable, true),
            ["nothing at all"] = (_ => [], SyncErrorCode.ServiceUnreachable, true),
            ["another protocol"] = (_ => "SSH-2.0-OpenSSH_9.2\r\n\r\n"u8.ToArray(), SyncErrorCode.NoSuchService, false),
            ["a head without an end"] = (_ => Bytes($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 200_000)}\r\n\r\n"), SyncErrorCode.LimitExceeded, false),
            ["half of its words on an error"] = (_ => Bytes("HTTP/1.1 403 Forbidden\r\nContent-Type: application/problem+json\r\nContent-Length: 900\r\n\r\n{\"detail\""), SyncErrorCode.AccessDenied, false),
            ["too many words on an error"] = (_ => Answer("application/problem+json", new byte[100_000], status: "403 Forbidden"), SyncErrorCode.AccessDenied, false),
        };

    // As what signs people in does it: the client asks again, for a page, and gets that.
    private static byte[] SignIn(string head) => head.StartsWith("POST", StringComparison.Ordinal)
        ? "HTTP/1.1 302 Found\r\nLocation: /login?state=secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()
        : Answer("text/html", "<html>Sign in</html>"u8);

    private static byte[] Answer(string type, ReadOnlySpan<byte> body, string headers = "", string status = "200 OK") =>
        [.. Bytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(20261129).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Bomb(string coding)
    {
        using var packed = new MemoryStream();
        using (var pack = ContentCoding.Compress(coding, packed))
        {
            pack.Write(new byte[50_000_000]);
        }

        return packed.ToArray();
    }
}
