namespace SyncGen.Relational.Filters;

/// <summary>A relation over which a parent's filters decide over its children.</summary>
/// <param name="Ordinal">Its ordinal among the child's relations.</param>
/// <param name="Columns">The child's columns.</param>
/// <param name="Parent">What decides over the parent.</param>
/// <param name="Presence">The ordinal of the value that says whether there is a parent; null where there always is one.</param>
/// <param name="First">The ordinal of the first of the parent's values among the child's.</param>
internal sealed record FilterRelation(int Ordinal, IReadOnlyList<int> Columns, FilterLayout Parent, int? Presence, int First);
