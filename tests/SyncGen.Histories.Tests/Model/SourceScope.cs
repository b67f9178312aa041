using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Model;

[SyncScope("source", typeof(Item), typeof(Child), Conflicts = ConflictPolicy.SourceWins)]
public static partial class SourceScope
{
    static partial void OnItemConflict(Conflict<Item> conflict, ref ConflictResolution<Item> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);

    static partial void OnChildConflict(Conflict<Child> conflict, ref ConflictResolution<Child> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);
}
