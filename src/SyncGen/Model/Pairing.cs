namespace SyncGen.Model;

/// <summary>Which of a row of earlier things are which of a row of present ones; none is two. Immutable and thread-safe.</summary>
internal sealed class Pairing
{
    /// <summary>What stands for a thing that there is not.</summary>
    public const int Nowhere = -1;

    private readonly int[] _presentOf;
    private readonly int[] _formerOf;

    private Pairing(int former, int present)
    {
        (_presentOf, _formerOf) = (new int[former], new int[present]);
        Array.Fill(_presentOf, Nowhere);
        Array.Fill(_formerOf, Nowhere);
    }

    /// <summary>Finds them.</summary>
    /// <param name="former">How many there were.</param>
    /// <param name="present">How many there are.</param>
    /// <param name="signs">By what one of then is told to be one of now: what agrees with the first sign is no more looked for by the next.</param>
    public static Pairing Of(int former, int present, params ReadOnlySpan<Func<int, int, bool>> signs)
    {
        var pairing = new Pairing(former, present);
        foreach (var isSame in signs)
        {
            for (var then = 0; then < former; then++)
            {
                for (var now = 0; now < present && pairing._presentOf[then] == Nowhere; now++)
                {
                    if (pairing._formerOf[now] == Nowhere && isSame(then, now))
                    {
                        (pairing._presentOf[then], pairing._formerOf[now]) = (now, then);
                    }
                }
            }
        }

        return pairing;
    }

    /// <summary>What one of then is now.</summary>
    public int PresentOf(int former) => _presentOf[former];

    /// <summary>What one of now was.</summary>
    public int FormerOf(int present) => _formerOf[present];
}
