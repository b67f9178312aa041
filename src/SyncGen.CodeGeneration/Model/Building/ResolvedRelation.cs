namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>A foreign key between two entities of a scope.</summary>
/// <param name="Child">The entity that has the foreign key.</param>
/// <param name="Parent">The entity whose key it holds.</param>
/// <param name="Columns">The child's columns, in the order of the parent's key.</param>
internal sealed record ResolvedRelation(EntityModel Child, EntityModel Parent, EquatableArray<ColumnModel> Columns);
