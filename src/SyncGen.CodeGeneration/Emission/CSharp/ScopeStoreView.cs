namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What a scope has for one kind of database.</summary>
/// <param name="Name">The database's name, such as <c>Sqlite</c>: the method that opens a store.</param>
/// <param name="Title">Its name in a sentence.</param>
/// <param name="Driver">The driver's name.</param>
/// <param name="Example">A connection string.</param>
/// <param name="DefaultRole">What a store is if nothing else is said.</param>
/// <param name="DefaultRoleText">The same in words.</param>
/// <param name="Provider">The provider's class.</param>
/// <param name="Options">Its options.</param>
/// <param name="Create">The SQL that creates what the scope keeps once, as a C# literal.</param>
/// <param name="Drop">The SQL that drops it.</param>
internal sealed record ScopeStoreView(
    string Name,
    string Title,
    string Driver,
    string Example,
    string DefaultRole,
    string DefaultRoleText,
    string Provider,
    string Options,
    string Create,
    string Drop);
