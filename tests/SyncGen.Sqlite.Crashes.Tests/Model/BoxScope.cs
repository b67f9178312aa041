namespace SyncGen.Sqlite.Crashes.Tests.Model;

[SyncScope("boxes", typeof(Box), typeof(Slip))]
public static partial class BoxScope;
