namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>The stores of a world: the hub meets the other two.</summary>
internal enum Store
{
    Hub = 1,
    Leaf,
    Peer,
}
