namespace SyncGen.Testing.Mutations;

/// <summary>
/// Damages MessagePack messages where it hurts: single values, which are replaced, moved, doubled or taken away while the rest stays
/// readable; heads that promise more than follows, up to the greatest numbers; arrays within arrays. Some are damaged as bytes, too, or alone.
/// </summary>
public sealed class MessagePackMutator
{
    private const int NestingMax = 200;
    private const int DamagesMax = 4;

    // Arrays, bytes, texts, maps and extensions of lengths that nobody has; numbers at the ends of their ranges; null, and what is no value.
    private static readonly byte[][] s_hostile =
    [
        [0xDD, 0x7F, 0xFF, 0xFF, 0xFF], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF], [0xDC, 0xFF, 0xFF], [0x90], [0x9F], [0xC6, 0x7F, 0xFF, 0xFF, 0xFF], [0xC6, 0xFF, 0xFF, 0xFF, 0xFF], [0xC4, 0x00],
        [0xDB, 0x7F, 0xFF, 0xFF, 0xFF], [0xDB, 0xFF, 0xFF, 0xFF, 0xFF], [0xA0], [0xDF, 0xFF, 0xFF, 0xFF, 0xFF], [0x80], [0xC9, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0xD4, 0x02, 0x00], [0xD4, 0xFF, 0x00],
        [0xCF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0xD3, 0x80, 0, 0, 0, 0, 0, 0, 0], [0xD3, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0xCE, 0xFF, 0xFF, 0xFF, 0xFF],
        [0xCB, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0], [0x00], [0x01], [0xFF], [0xC0], [0xC1], [0xC2], [0xC3],
    ];

    private readonly List<MessagePackNode> _messages;
    private readonly ByteMutator _bytes;

    /// <summary>Damages messages.</summary>
    /// <param name="messages">Valid messages, without maps.</param>
    public MessagePackMutator(IReadOnlyList<byte[]> messages)
    {
        _messages = [.. messages.Select(MessagePackNode.Parse)];
        _bytes = new ByteMutator(messages, s_hostile);
    }

    /// <summary>Makes a damaged message.</summary>
    public byte[] Damage(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.Next(4) == 0)
        {
            return _bytes.Damage(random);
        }

        var message = _messages[random.Next(_messages.Count)].Copy();
        for (var n = random.Next(3) == 0 ? random.Next(1, DamagesMax) : 1; n > 0; n--)
        {
            Damage(message, random);
        }

        return random.Next(4) == 0 ? _bytes.Damage(Written(message), random) : Written(message);
    }

    /// <summary>The messages with the head of each of their values, one at a time, in the place of which stands one that promises more than anybody has.</summary>
    public IEnumerable<byte[]> WithLongHeads()
    {
        foreach (var message in _messages)
        {
            for (var i = 0; i < message.All.Count(); i++)
            {
                foreach (var head in s_hostile.Where(head => head[0] is 0xDD or 0xDC or 0xC6 or 0xDB or 0xDF or 0xC9))
                {
                    var copy = message.Copy();
                    var node = copy.All.ElementAt(i);
                    (node.Head, node.Lies) = (node.Children is null ? [.. head, .. node.Head] : head, true);
                    yield return Written(copy);
                }
            }
        }
    }

    private static byte[] Written(MessagePackNode message)
    {
        var bytes = new List<byte>();
        message.WriteTo(bytes);
        return [.. bytes];
    }

    private static void Damage(MessagePackNode message, Random random)
    {
        var all = message.All.ToList();
        var node = all[random.Next(all.Count)];
        var other = all[random.Next(all.Count)].Copy();
        var parent = all.Find(one => one.Children?.Contains(node) == true);
        var siblings = parent?.Children ?? message.Children!;
        var at = Math.Max(siblings.IndexOf(node), 0);
        switch (random.Next(7))
        {
            case 0 when node.Children is not null:
                (node.Head, node.Lies) = (s_hostile[random.Next(s_hostile.Length)], true);
                break;
            case 1 when siblings.Count > 0:
                siblings[at] = other;
                break;
            case 2:
                siblings.Insert(at, other);
                break;
            case 3 when siblings.Count > 0:
                siblings.RemoveAt(at);
                break;
            case 4:
                siblings.Insert(at, MessagePackNode.Leaf([.. Enumerable.Repeat((byte)0x91, random.Next(1, NestingMax)), 0xC0]));
                break;
            case 5 when node.Children is null && node.Head.Length > 1:
                node.Head = [.. node.Head];
                node.Head[random.Next(node.Head.Length)] ^= (byte)(1 << random.Next(8));
                break;
            default:
                if (siblings.Count > 0)
                {
                    siblings[at] = MessagePackNode.Leaf(s_hostile[random.Next(s_hostile.Length)]);
                }

                break;
        }
    }
}
