using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SyncGen.Http.Tests.Service;

/// <summary>Answers each connection with bytes that a test says, whatever they are, and hangs up.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, byte[]> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _running;

    /// <param name="answer">The bytes for a request, by its head.</param>
    /// <param name="certificate">What it shows of itself; null: it speaks without TLS.</param>
    public RawServer(Func<string, byte[]> answer, X509Certificate2? certificate = null)
    {
        (_answer, _certificate) = (answer, certificate);
        _listener.Start();
        _running = RunAsync();
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/sync");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Stop();
        _stop.Dispose();
        _certificate?.Dispose();
    }

    private async Task RunAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            // The client may hang up, or not trust this server: that is what the test is about.
            await ServeAsync(client).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await using var stream = _certificate is null ? client.GetStream() : await AuthenticateAsync(client.GetStream(), _certificate);
        await stream.WriteAsync(_answer(await ReadRequestAsync(stream)));
    }

    private static async Task<Stream> AuthenticateAsync(Stream plain, X509Certificate2 certificate)
    {
        var stream = new SslStream(plain);
        await stream.AuthenticateAsServerAsync(certificate);
        return stream;
    }

    // With its body: a server that hangs up on what it has not read, resets the connection.
    private static async Task<string> ReadRequestAsync(Stream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            received.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.Latin1.GetString([.. received]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (received[0] == TlsHandshake || end >= 0 && text.Length >= end + 4 + LengthOf(text[..end]))
            {
                return end < 0 ? "" : text[..end];
            }
        }

        return "";
    }

    private static int LengthOf(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.AsSpan("Content-Length:".Length), System.Globalization.CultureInfo.InvariantCulture))
        .SingleOrDefault();
}
