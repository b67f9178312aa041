namespace SyncGen.Sqlite.Tests.Model.Tree;

[SyncScope("tree", typeof(Node))]
public static partial class TreeScope;
