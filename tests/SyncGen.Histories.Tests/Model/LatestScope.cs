using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Model;

[SyncScope("latest", typeof(Item), typeof(Child), Conflicts = ConflictPolicy.LatestWins)]
public static partial class LatestScope
{
    static partial void OnItemConflict(Conflict<Item> conflict, ref ConflictResolution<Item> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);

    static partial void OnChildConflict(Conflict<Child> conflict, ref ConflictResolution<Child> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);
}
