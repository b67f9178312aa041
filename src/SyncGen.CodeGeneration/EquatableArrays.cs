namespace SyncGen.CodeGeneration;

/// <summary>Makes equatable arrays.</summary>
internal static class EquatableArrays
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
