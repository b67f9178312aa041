using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>A kind of database that SQL is emitted for.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Title">Its name in a sentence, with its article.</param>
/// <param name="Driver">The driver's name.</param>
/// <param name="Example">A connection string.</param>
/// <param name="DefaultRole">What a store of this kind is most often: a member of <c>SyncRole</c>.</param>
/// <param name="EmitScope">Emits what a scope of this name keeps once, with filters or without.</param>
/// <param name="EmitTable">Emits what a scope of this name keeps for a table.</param>
internal sealed record DatabaseEmitter(
    Databases Kind,
    string Title,
    string Driver,
    string Example,
    string DefaultRole,
    Func<string, bool, ScopeScript> EmitScope,
    Func<string, TableModel, TableScript> EmitTable)
{
    /// <summary>The name of the method that opens a store, and of the scripts.</summary>
    public string Name => DatabaseNames.NameOf(Kind);

    /// <summary>The provider's class, from <c>global::</c> on.</summary>
    public string Provider => "global::" + DatabaseNames.ProviderOf(Kind);

    /// <summary>The provider's options, from <c>global::</c> on.</summary>
    public string Options => "global::" + DatabaseNames.OptionsOf(Kind);
}
