using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Model;

[SyncScope("destination", typeof(Item), typeof(Child), Conflicts = ConflictPolicy.DestinationWins)]
public static partial class DestinationScope
{
    static partial void OnItemConflict(Conflict<Item> conflict, ref ConflictResolution<Item> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);

    static partial void OnChildConflict(Conflict<Child> conflict, ref ConflictResolution<Child> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);
}
