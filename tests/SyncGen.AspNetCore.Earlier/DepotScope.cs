namespace SyncGen.AspNetCore.Earlier;

[SyncScope("depot", typeof(Crate), typeof(Slot), typeof(Sticker), Conflicts = ConflictPolicy.ClientWins)]
public static partial class DepotScope;
