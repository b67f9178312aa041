using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model;

/// <summary>A collection of an entity, which tells of a foreign key in the class of its items.</summary>
/// <param name="Child">The class of the items.</param>
/// <param name="Properties">The foreign key properties there; empty where the names alone tell.</param>
/// <param name="Source">Where the collection is declared.</param>
internal sealed record ChildModel(TypeReference Child, EquatableArray<string> Properties, SourceToken Source);
