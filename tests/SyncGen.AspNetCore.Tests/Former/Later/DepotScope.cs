namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncScope("depot", typeof(Shelf), typeof(Slot), typeof(Crate), Conflicts = ConflictPolicy.ClientWins)]
public static partial class DepotScope;
