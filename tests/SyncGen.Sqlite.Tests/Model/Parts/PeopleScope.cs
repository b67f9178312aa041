namespace SyncGen.Sqlite.Tests.Model.Parts;

/// <summary>All columns.</summary>
[SyncScope("people", typeof(Person))]
public static partial class PeopleScope;
