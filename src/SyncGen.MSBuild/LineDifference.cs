namespace SyncGen.MSBuild;

/// <summary>A place where two texts differ.</summary>
/// <param name="line">The line in the first, from 1.</param>
/// <param name="text">What is there, and what should be.</param>
internal sealed class LineDifference(int line, string text)
{
    private const int Most = 20;
    private const int LengthMax = 160;
    private const int PairsMax = 4_000_000;

    public int Line => line;

    public string Text => text;

    /// <summary>The lines of one text that the other lacks, and the other way round; 20 at most, and of very long ones the first.</summary>
    public static IReadOnlyList<LineDifference> Between(string found, string expected)
    {
        var (left, right) = (found.Split('\n'), expected.Split('\n'));
        var start = left.Zip(right, (a, b) => a == b).TakeWhile(isSame => isSame).Count();
        if ((long)(left.Length - start) * (right.Length - start) > PairsMax)
        {
            return [new LineDifference(start + 1, $"it has '{Shown(left[start])}' where the model gives '{Shown(right[start])}'")];
        }

        return Between([.. left.Skip(start)], [.. right.Skip(start)], start);
    }

    private static List<LineDifference> Between(string[] left, string[] right, int start)
    {
        var lengths = CommonLengths(left, right);
        var differences = new List<LineDifference>();
        var (i, j) = (0, 0);
        while ((i < left.Length || j < right.Length) && differences.Count < Most)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                i++;
                j++;
            }
            else if (j == right.Length || (i < left.Length && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                differences.Add(new LineDifference(start + i + 1, $"it has '{Shown(left[i])}', which the model does not give"));
                i++;
            }
            else
            {
                differences.Add(new LineDifference(start + Math.Min(i + 1, Math.Max(left.Length, 1)), $"it lacks '{Shown(right[j])}'"));
                j++;
            }
        }

        return differences;
    }

    // How long the longest common sequence of lines is, from each pair of lines on.
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string Shown(string line)
    {
        var trimmed = line.Trim();
        return trimmed.Length <= LengthMax ? trimmed : trimmed.Substring(0, LengthMax) + "…";
    }
}
