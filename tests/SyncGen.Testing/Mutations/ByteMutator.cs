namespace SyncGen.Testing.Mutations;

/// <summary>Damages inputs as bytes: changes, takes out, puts in, doubles and cuts off, and mixes one with another.</summary>
/// <param name="inputs">Valid inputs.</param>
/// <param name="tokens">What has a meaning to the reader, to be put in anywhere.</param>
public sealed class ByteMutator(IReadOnlyList<byte[]> inputs, IReadOnlyList<byte[]> tokens)
{
    private const int DamagesMax = 5;
    private const int LengthMax = 40;
    private const int MixedMax = 200;

    /// <summary>Pieces of XML, of JSON, of Base64 and of numbers, and bytes that are no text.</summary>
    public static IReadOnlyList<byte[]> TextTokens { get; } =
    [
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(), "true"u8.ToArray(),
        "-1"u8.ToArray(), "1e999"u8.ToArray(), "99999999999999999999"u8.ToArray(), "2147483647"u8.ToArray(), "-9223372036854775808"u8.ToArray(), "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(),
        "<"u8.ToArray(), ">"u8.ToArray(), "/>"u8.ToArray(), "</"u8.ToArray(), "<!--"u8.ToArray(), "<!DOCTYPE a [<!ENTITY b 'c'>]>"u8.ToArray(), "<![CDATA["u8.ToArray(), "]]>"u8.ToArray(),
        "&amp;"u8.ToArray(), "&#x0;"u8.ToArray(), "&#xD800;"u8.ToArray(), "&b;"u8.ToArray(), " xmlns=''"u8.ToArray(), "'"u8.ToArray(), "''"u8.ToArray(), "="u8.ToArray(), "("u8.ToArray(), ")"u8.ToArray(), "/"u8.ToArray(),
        "%27"u8.ToArray(), "%"u8.ToArray(), "guid'"u8.ToArray(), "datetime'"u8.ToArray(), "/Date("u8.ToArray(), "PT"u8.ToArray(), "P9999999999Y"u8.ToArray(), [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80],
    ];

    /// <summary>Makes a damaged input.</summary>
    public byte[] Damage(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Damage(inputs[random.Next(inputs.Count)], random);
    }

    /// <summary>Damages an input.</summary>
    public byte[] Damage(byte[] input, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var bytes = input.ToList();
        for (var n = random.Next(1, DamagesMax); n > 0 && bytes.Count > 0; n--)
        {
            Damage(bytes, random);
        }

        return [.. bytes];
    }

    private void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, LengthMax), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, tokens[random.Next(tokens.Count)]);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var other = inputs[random.Next(inputs.Count)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, MixedMax), other.Length - from)).ToArray());
                break;
        }
    }
}
