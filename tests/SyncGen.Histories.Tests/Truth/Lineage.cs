using System.Numerics;

namespace SyncGen.Histories.Tests.Truth;

/// <summary>The writes that a state of a row comes from: all that its writer had seen of the row, its own included. Immutable.</summary>
internal sealed class Lineage
{
    private const int WordBits = 64;

    private readonly ulong[] _words;

    private Lineage(ulong[] words) => _words = words;

    public static Lineage Empty { get; } = new([]);

    public IEnumerable<int> Writes
    {
        get
        {
            for (var i = 0; i < _words.Length; i++)
            {
                for (var word = _words[i]; word != 0; word &= word - 1)
                {
                    yield return i * WordBits + BitOperations.TrailingZeroCount(word);
                }
            }
        }
    }

    public Lineage With(int write)
    {
        var words = new ulong[Math.Max(_words.Length, write / WordBits + 1)];
        _words.CopyTo(words, 0);
        words[write / WordBits] |= 1ul << (write % WordBits);
        return new Lineage(words);
    }

    public Lineage Union(Lineage other)
    {
        if (ReferenceEquals(this, other) || other._words.Length == 0)
        {
            return this;
        }

        var words = new ulong[Math.Max(_words.Length, other._words.Length)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = WordOf(i) | other.WordOf(i);
        }

        return new Lineage(words);
    }

    public bool Contains(int write) => (WordOf(write / WordBits) >> (write % WordBits) & 1) != 0;

    public bool IsSubsetOf(Lineage other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other.WordOf(i)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => $"{{{string.Join(' ', Writes)}}}";

    private ulong WordOf(int i) => i < _words.Length ? _words[i] : 0;
}
