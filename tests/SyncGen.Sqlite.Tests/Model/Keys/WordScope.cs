namespace SyncGen.Sqlite.Tests.Model.Keys;

[SyncScope("words", typeof(Word))]
public static partial class WordScope;
