namespace SyncGen.Sqlite.Tests.Model.Keys;

[SyncScope("places", typeof(Place))]
public static partial class PlaceScope;
