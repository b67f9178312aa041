using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>Puts tables together from the rows of catalogs. What is said of a table that was not added is passed over.</summary>
internal sealed class SchemaAssembly
{
    private readonly Dictionary<TableName, Parts> _tables = [];

    public string? DefaultSchema { get; set; }

    public void AddTable(TableName table, string? obstacle = null) => _tables.TryAdd(table, new Parts(obstacle));

    public void AddColumn(TableName table, ColumnSchema column) => Find(table)?.Columns.Add(column);

    public void AddKey(TableName table, string column) => Find(table)?.Key.Add(column);

    /// <summary>Adds a pair of columns of a foreign key.</summary>
    public void AddForeignKey(TableName table, string key, string column, TableName parent, string? parentColumn) =>
        Find(table)?.ForeignKeys.Add((key, column, parent, parentColumn));

    /// <summary>Adds a column of a unique index; null for an expression.</summary>
    public void AddUnique(TableName table, string index, string? column, bool isPartial) =>
        Find(table)?.Uniques.Add((index, column, isPartial));

    public void AddRemark(TableName table, string? column, string text) => Find(table)?.Remarks.Add(new SchemaRemark(column, text));

    public DatabaseSchema Build(Databases database) => new(
        database,
        [.. _tables
            .OrderBy(pair => pair.Key.Schema ?? "", StringComparer.Ordinal).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
            .Select(pair => pair.Value.Build(pair.Key))])
    {
        DefaultSchema = DefaultSchema,
    };

    private Parts? Find(TableName table) => _tables.GetValueOrDefault(table);

    private sealed class Parts(string? obstacle)
    {
        public List<ColumnSchema> Columns { get; } = [];

        public List<string> Key { get; } = [];

        public List<(string Key, string Column, TableName Parent, string? ParentColumn)> ForeignKeys { get; } = [];

        public List<(string Index, string? Column, bool IsPartial)> Uniques { get; } = [];

        public List<SchemaRemark> Remarks { get; } = [];

        public TableSchema Build(TableName name) => new(name)
        {
            Obstacle = obstacle,
            Columns = Columns,
            PrimaryKey = Key,
            ForeignKeys = [.. ForeignKeys.GroupBy(part => part.Key).OrderBy(key => PlaceOf(key.First().Column)).Select(key => new ForeignKeySchema(
                [.. key.Select(part => part.Column)], key.First().Parent, [.. key.Select(part => part.ParentColumn).OfType<string>()]))],
            UniqueIndexes = [.. Uniques.GroupBy(part => part.Index).Select(index => new UniqueIndexSchema(
                index.Key, [.. index.Select(part => part.Column)], index.Any(part => part.IsPartial)))],
            Remarks = Remarks,
        };

        private int PlaceOf(string column) => Columns.FindIndex(candidate => string.Equals(candidate.Name, column, StringComparison.OrdinalIgnoreCase));
    }
}
