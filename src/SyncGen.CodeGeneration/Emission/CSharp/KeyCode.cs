namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The expression that hashes a key.</summary>
internal static class KeyCode
{
    private const int ValuesMax = 8;

    /// <summary>Such as <c>HashCode.Combine(row.Id)</c>; nested where a key has more values than one call takes.</summary>
    public static string Hash(IReadOnlyList<string> values) =>
        values.Count <= ValuesMax
            ? $"global::System.HashCode.Combine({string.Join(", ", values)})"
            : Hash([Hash([.. values.Take(ValuesMax)]), .. values.Skip(ValuesMax)]);
}
