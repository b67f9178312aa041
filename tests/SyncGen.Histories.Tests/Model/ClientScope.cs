using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Model;

[SyncScope("client", typeof(Item), typeof(Child), Conflicts = ConflictPolicy.ClientWins)]
public static partial class ClientScope
{
    static partial void OnItemConflict(Conflict<Item> conflict, ref ConflictResolution<Item> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);

    static partial void OnChildConflict(Conflict<Child> conflict, ref ConflictResolution<Child> resolution) =>
        resolution = ConflictWatch.See(conflict, resolution);
}
