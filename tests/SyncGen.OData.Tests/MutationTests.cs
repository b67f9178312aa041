using System.Globalization;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>
/// Payloads of the original with random damage are read, or refused with an error that has a code; no other exception, no hang.
/// SYNCGEN_MUTATIONS says how many for each reader (default: 100,000), SYNCGEN_SEED from which seed.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int MutationsInCi = 100_000;

    private static readonly byte[][] s_tokens =
    [
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(),
        "-1"u8.ToArray(), "1e999"u8.ToArray(), "99999999999999999999"u8.ToArray(), "\\ud800"u8.ToArray(), "<"u8.ToArray(), ">"u8.ToArray(), "/>"u8.ToArray(), "<!--"u8.ToArray(),
        "<![CDATA["u8.ToArray(), "]]>"u8.ToArray(), "&amp;"u8.ToArray(), "&#x0;"u8.ToArray(), "'"u8.ToArray(), "="u8.ToArray(), "("u8.ToArray(), ")"u8.ToArray(), [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80],
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Damage_is_read_or_refused(bool isJson)
    {
        var count = Setting("SYNCGEN_MUTATIONS", MutationsInCi);
        var seed = Setting("SYNCGEN_SEED", Random.Shared.Next());
        output.WriteLine($"SYNCGEN_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        var payloads = Payload.Names.Select(name => Payload.Of(name, isJson)).ToList();
        var (read, refused) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), async (i, _) =>
        {
            var random = new Random(unchecked(seed + i));
            var damaged = Damage(payloads[random.Next(payloads.Count)], payloads, random);
            try
            {
                await Payload.ReadAsync(damaged, isJson, chunk: random.Next(4) == 0 ? random.Next(1, 64) : int.MaxValue).WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
                Interlocked.Increment(ref read);
            }
            catch (SyncException error) when (error.Code is SyncErrorCode.MalformedData or SyncErrorCode.LimitExceeded)
            {
                Interlocked.Increment(ref refused);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Damage number {i} of seed {seed}, {Convert.ToBase64String(damaged)}: {error.Message}", error);
            }
        });

        output.WriteLine($"{read} were read, {refused} refused.");
        Assert.Equal(count, read + refused);
        Assert.NotEqual(0, read);
        Assert.NotEqual(0, refused);
    }

    private static byte[] Damage(byte[] payload, List<byte[]> others, Random random)
    {
        var bytes = payload.ToList();
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, s_tokens[random.Next(s_tokens.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = others[random.Next(others.Count)];
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 200), other.Length - from)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
