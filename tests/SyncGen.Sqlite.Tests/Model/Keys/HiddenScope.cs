namespace SyncGen.Sqlite.Tests.Model.Keys;

[SyncScope("hidden", typeof(Hidden))]
public static partial class HiddenScope;
