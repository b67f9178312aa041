namespace SyncGen.Sqlite.Tests.Model.Values;

[SyncScope("prices", typeof(Price))]
public static partial class PriceScope;
