namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>A live table.</summary>
/// <param name="Name">What it is called.</param>
internal sealed record TableSchema(TableName Name)
{
    /// <summary>Why it cannot be synchronised whatever its columns are, as a sentence; null if it can.</summary>
    public string? Obstacle { get; init; }

    public IReadOnlyList<ColumnSchema> Columns { get; init; } = [];

    /// <summary>The columns of the primary key, in its order; empty if there is none.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    public IReadOnlyList<ForeignKeySchema> ForeignKeys { get; init; } = [];

    public IReadOnlyList<UniqueIndexSchema> UniqueIndexes { get; init; } = [];

    public IReadOnlyList<SchemaRemark> Remarks { get; init; } = [];
}
