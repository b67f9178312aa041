namespace SyncGen.Sqlite.Tests.Model.Policies;

[SyncScope("server", typeof(Entry), Conflicts = ConflictPolicy.ServerWins)]
public static partial class ServerScope;
