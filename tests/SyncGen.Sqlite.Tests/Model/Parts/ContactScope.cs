namespace SyncGen.Sqlite.Tests.Model.Parts;

/// <summary>Some columns of the same table.</summary>
[SyncScope("contacts", typeof(Person))]
[SyncTable(typeof(Person), Except = [nameof(Person.Salary)])]
public static partial class ContactScope;
