namespace SyncGen.Sqlite.Tests.Model.Filters;

[SyncScope("share", typeof(Share))]
public static partial class ShareScope;
