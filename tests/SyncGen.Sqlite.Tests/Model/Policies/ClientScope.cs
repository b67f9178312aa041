namespace SyncGen.Sqlite.Tests.Model.Policies;

[SyncScope("client", typeof(Entry), Conflicts = ConflictPolicy.ClientWins)]
public static partial class ClientScope;
