namespace SyncGen.CodeGeneration.Model;

/// <summary>A table of a scope.</summary>
/// <param name="Row">The class of its rows.</param>
/// <param name="Codec">The name of the class that is emitted for it.</param>
/// <param name="Name">Its name in the database, unquoted.</param>
/// <param name="Ordinal">Its place in the scope's order, from 1.</param>
internal sealed record TableModel(TypeReference Row, string Codec, string Name, int Ordinal)
{
    public string? Schema { get; init; }

    /// <summary>The names that the table had in earlier versions of the model.</summary>
    public EquatableArray<string> FormerNames { get; init; }

    /// <summary>The columns that travel: first the key columns in key order.</summary>
    public EquatableArray<ColumnModel> Columns { get; init; }

    public int KeyLength { get; init; }

    /// <summary>The columns that the scope leaves out.</summary>
    public EquatableArray<ColumnModel> OtherColumns { get; init; }

    public EquatableArray<RelationModel> Relations { get; init; }

    public TableDirection Direction { get; init; }

    /// <summary>Never <see cref="TablePolicy.Default"/>.</summary>
    public TablePolicy Conflicts { get; init; } = TablePolicy.LatestWins;

    /// <summary>What decides in whose part the rows lie; null where nothing does, and all rows travel to everybody.</summary>
    public PartModel? Part { get; init; }

    /// <summary>The properties of all columns, in the order of the class: key columns first.</summary>
    public EquatableArray<string> Properties { get; init; }

    /// <summary>Whether another assembly declares the class of the rows.</summary>
    public bool IsReferenced { get; init; }

    public RowConstruction Construction { get; init; } = new([], []);
}
