namespace SyncGen.AspNetCore.Former;

/// <summary>Finds what an earlier model has among what there is now.</summary>
internal static class Pairing
{
    /// <summary>What stands for a thing that there is not.</summary>
    public const int Nowhere = -1;

    /// <summary>For each of the earlier things the number of the one of now; none is found twice.</summary>
    /// <param name="earlier">How many there were.</param>
    /// <param name="now">How many there are.</param>
    /// <param name="signs">By what an earlier one is told to be one of now: what agrees with the first sign is no more looked for by the next.</param>
    public static int[] Of(int earlier, int now, params IEnumerable<Func<int, int, bool>> signs)
    {
        var found = new int[earlier];
        Array.Fill(found, Nowhere);
        var left = Enumerable.Range(0, now).ToList();
        foreach (var isSame in signs)
        {
            for (var i = 0; i < earlier; i++)
            {
                var match = found[i] == Nowhere ? left.FindIndex(n => isSame(i, n)) : Nowhere;
                if (match >= 0)
                {
                    found[i] = left[match];
                    left.RemoveAt(match);
                }
            }
        }

        return found;
    }
}
