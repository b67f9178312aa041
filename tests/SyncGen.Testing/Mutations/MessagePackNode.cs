using System.Buffers.Binary;

namespace SyncGen.Testing.Mutations;

/// <summary>A value of a MessagePack message: an array of others, bytes that hold others one after another, or one that is taken as it is.</summary>
internal sealed class MessagePackNode
{
    private const byte Array32 = 0xDD;
    private const byte Binary32 = 0xC6;

    private MessagePackNode(byte[] head, List<MessagePackNode>? children, bool isPacked) => (Head, Children, IsPacked) = (head, children, isPacked);

    /// <summary>What stands before the values within; of others, all there is.</summary>
    public byte[] Head { get; set; }

    public List<MessagePackNode>? Children { get; }

    public bool IsPacked { get; }

    /// <summary>Whether the head stays as it is, whatever is within. Default: false, it is made anew.</summary>
    public bool Lies { get; set; }

    /// <summary>This and all within.</summary>
    public IEnumerable<MessagePackNode> All => [this, .. Children?.SelectMany(child => child.All) ?? []];

    public static MessagePackNode Parse(byte[] message)
    {
        var at = 0;
        var node = Parse(message, ref at) ?? throw new FormatException("The message is none that is known here.");
        return at == message.Length ? node : throw new FormatException("Something follows the message.");
    }

    public static MessagePackNode Leaf(byte[] bytes) => new(bytes, null, false);

    public MessagePackNode Copy() => new(Head, Children?.ConvertAll(child => child.Copy()), IsPacked) { Lies = Lies };

    public void WriteTo(List<byte> target)
    {
        if (Children is null)
        {
            target.AddRange(Head);
            return;
        }

        var within = new List<byte>();
        Children.ForEach(child => child.WriteTo(within));
        target.AddRange(Lies ? Head : IsPacked ? HeadOf(Binary32, within.Count) : HeadOf(Array32, Children.Count));
        target.AddRange(within);
    }

    private static byte[] HeadOf(byte type, int length)
    {
        var head = new byte[5];
        head[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), length);
        return head;
    }

    private static MessagePackNode? Parse(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || LengthsOf(bytes[at..]) is not var (head, body, count) || at + (long)head + body > bytes.Length)
        {
            return null;
        }

        var start = at;
        at += head + body;
        if (count is null)
        {
            var isBinary = bytes[start] is 0xC4 or 0xC5 or 0xC6;
            return isBinary && body > 0 && Sequence(bytes.Slice(start + head, body)) is { } packed
                ? new MessagePackNode(bytes.Slice(start, head).ToArray(), packed, true)
                : Leaf(bytes[start..at].ToArray());
        }

        var children = new List<MessagePackNode>();
        for (var i = 0; i < count; i++)
        {
            if (Parse(bytes, ref at) is not { } child)
            {
                return null;
            }

            children.Add(child);
        }

        return new MessagePackNode(bytes.Slice(start, head).ToArray(), children, false);
    }

    private static List<MessagePackNode>? Sequence(ReadOnlySpan<byte> bytes)
    {
        var values = new List<MessagePackNode>();
        for (var at = 0; at < bytes.Length;)
        {
            if (Parse(bytes, ref at) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    // The lengths of head and body, and of an array how many values follow. Maps are not in use.
    private static (int Head, int Body, int? Count)? LengthsOf(ReadOnlySpan<byte> bytes)
    {
        int? Number(ReadOnlySpan<byte> all, int size) => all.Length <= size ? null : size switch
        {
            1 => all[1],
            2 => BinaryPrimitives.ReadUInt16BigEndian(all[1..]),
            _ => BinaryPrimitives.ReadInt32BigEndian(all[1..]) is >= 0 and var length ? length : null,
        };

        return bytes[0] switch
        {
            <= 0x7F or >= 0xE0 or 0xC0 or 0xC2 or 0xC3 => (1, 0, null),
            >= 0x90 and <= 0x9F => (1, 0, bytes[0] & 0x0F),
            >= 0xA0 and <= 0xBF => (1, bytes[0] & 0x1F, null),
            0xCC or 0xD0 => (2, 0, null),
            0xCD or 0xD1 => (3, 0, null),
            0xCA or 0xCE or 0xD2 => (5, 0, null),
            0xCB or 0xCF or 0xD3 => (9, 0, null),
            >= 0xD4 and <= 0xD8 => (2, 1 << (bytes[0] - 0xD4), null),
            0xC4 or 0xD9 => Number(bytes, 1) is { } length ? (2, length, null) : null,
            0xC5 or 0xDA => Number(bytes, 2) is { } length ? (3, length, null) : null,
            0xC6 or 0xDB => Number(bytes, 4) is { } length ? (5, length, null) : null,
            0xC7 => Number(bytes, 1) is { } length ? (3, length, null) : null,
            0xC8 => Number(bytes, 2) is { } length ? (4, length, null) : null,
            0xDC => Number(bytes, 2) is { } count ? (3, 0, count) : null,
            0xDD => Number(bytes, 4) is { } count ? (5, 0, count) : null,
            _ => null,
        };
    }
}
