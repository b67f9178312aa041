namespace SyncGen.Sqlite.Tests.Model.Keys;

[SyncScope("days", typeof(Day))]
public static partial class DayScope;
