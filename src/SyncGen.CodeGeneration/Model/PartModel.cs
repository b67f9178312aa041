namespace SyncGen.CodeGeneration.Model;

/// <summary>
/// What decides in whose part a table's rows lie: the table's own filter columns, and all that decides over the parents that
/// its rows refer to. The runtime finds the same, in the same order.
/// </summary>
/// <param name="Values">The effective filter values, in their order: own columns, then relation by relation.</param>
/// <param name="Relations">Ordinals of the table's relations to parents that filters decide over.</param>
internal sealed record PartModel(EquatableArray<PartValueModel> Values, EquatableArray<int> Relations);
