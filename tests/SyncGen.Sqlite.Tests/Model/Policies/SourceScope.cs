namespace SyncGen.Sqlite.Tests.Model.Policies;

[SyncScope("source", typeof(Entry), Conflicts = ConflictPolicy.SourceWins)]
public static partial class SourceScope;
