using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model;

/// <summary>A foreign key of an entity, wherever its parent may be.</summary>
/// <param name="Parent">The parent's class.</param>
/// <param name="Properties">The foreign key properties; empty where only the parent's key tells, see <see cref="Navigation"/>.</param>
/// <param name="Navigation">The navigation that the properties are to be found for by their names; null if they are given.</param>
/// <param name="Source">Where the relation is declared.</param>
internal sealed record ForeignKeyModel(TypeReference Parent, EquatableArray<string> Properties, string? Navigation, SourceToken Source);
