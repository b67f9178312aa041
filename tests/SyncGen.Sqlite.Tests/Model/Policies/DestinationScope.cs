namespace SyncGen.Sqlite.Tests.Model.Policies;

[SyncScope("destination", typeof(Entry), Conflicts = ConflictPolicy.DestinationWins)]
public static partial class DestinationScope;
