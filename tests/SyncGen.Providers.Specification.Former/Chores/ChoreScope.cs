namespace SyncGen.Providers.Specification.Former.Chores;

/// <summary>The scope without a filter.</summary>
[SyncScope("chore", typeof(Chore))]
public static partial class ChoreScope;
