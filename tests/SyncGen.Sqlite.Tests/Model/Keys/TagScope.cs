namespace SyncGen.Sqlite.Tests.Model.Keys;

[SyncScope("tags", typeof(Tag))]
public static partial class TagScope;
