namespace SyncGen.Sqlite.Tests.Model.Policies;

[SyncScope("latest", typeof(Entry), Conflicts = ConflictPolicy.LatestWins)]
public static partial class LatestScope;
