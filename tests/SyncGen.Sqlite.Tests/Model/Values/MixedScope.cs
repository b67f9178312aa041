namespace SyncGen.Sqlite.Tests.Model.Values;

[SyncScope("mixed", typeof(Mixed))]
public static partial class MixedScope;
