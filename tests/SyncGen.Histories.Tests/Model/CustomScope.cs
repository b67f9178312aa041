using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Model;

[SyncScope("custom", typeof(Item), typeof(Child), Conflicts = ConflictPolicy.LatestWins)]
public static partial class CustomScope
{
    static partial void OnItemConflict(Conflict<Item> conflict, ref ConflictResolution<Item> resolution) =>
        resolution = ConflictWatch.Settle(conflict, resolution);

    static partial void OnChildConflict(Conflict<Child> conflict, ref ConflictResolution<Child> resolution) =>
        resolution = ConflictWatch.Settle(conflict, resolution);
}
