using System.Globalization;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>What stands around the body of a function, and nowhere in it.</summary>
internal static class PostgreSqlFence
{
    /// <summary>Such as <c>$syncgen$</c>, unless a name has just that in it.</summary>
    public static string Around(IEnumerable<string> names)
    {
        var known = names.ToArray();
        var fence = "$syncgen$";
        for (var i = 1; known.Any(name => name.IndexOf(fence, StringComparison.Ordinal) >= 0); i++)
        {
            fence = $"$syncgen{i.ToString(CultureInfo.InvariantCulture)}$";
        }

        return fence;
    }
}
