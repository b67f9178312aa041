namespace SyncGen.CodeGeneration.Model;

/// <summary>One effective filter value of a table's rows.</summary>
/// <param name="Column">The ordinal of the own column that it is; -1 if it is none.</param>
/// <param name="Relation">The ordinal of the relation that it comes over; -1 if it is an own column.</param>
/// <param name="ParentValue">Which of the parent's values it is; -1 if it says whether there is a parent.</param>
/// <param name="Source">The column whose value it is in the end; null if it says whether there is a parent.</param>
internal sealed record PartValueModel(int Column, int Relation, int ParentValue, ColumnModel? Source)
{
    /// <summary>Whether it says whether there is a parent.</summary>
    public bool IsPresence => Source is null;
}
