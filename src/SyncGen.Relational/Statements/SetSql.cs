using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>The statements that work on the rows of a stage, all at once.</summary>
internal sealed class SetSql
{
    public SetSql(SyncTable table, TableStatements statements, RelationalDialect dialect, string stage)
    {
        var (names, traits) = (statements.Names, statements.Traits);
        string Column(int i) => dialect.Quote(table.Columns[i].Name);
        var keys = Enumerable.Range(0, table.KeyLength).ToArray();
        var written = Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsComputed).ToArray();
        var name = dialect.QualifiedName(table);
        var track = dialect.Quote(names.Track);
        var byKey = string.Join(" AND ", keys.Select(i => $"t.{Column(i)} = s.c{i}"));
        var byTrackedKey = string.Join(" AND ", keys.Select(i => $"r.{dialect.Quote(names.Keys[i])} = s.c{i}"));
        var fields = RelationalStage.TrackingFields;

        Lock = dialect.LockRows(name, stage, byKey);
        Find = $"SELECT s.n, {string.Join(", ", fields.Select(field => "r." + field))}, CASE WHEN t.{Column(0)} IS NULL THEN 0 ELSE 1 END FROM {stage} AS s "
            + $"LEFT JOIN {track} AS r ON {byTrackedKey} LEFT JOIN {name} AS t ON {byKey}";
        Rows = $"SELECT {string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(i => $"t.{Column(i)}"))}, s.n FROM {stage} AS s INNER JOIN {name} AS t ON {byKey}";
        var updated = written.Where(i => i >= table.KeyLength).ToArray();
        Update = updated.Length == 0 ? null : dialect.UpdateFrom(name, stage, updated.Select(i => (Column(i), $"c{i}")), byKey);
        var values = traits.Values.Replace("VALUES", "", StringComparison.Ordinal);
        Insert = $"INSERT INTO {name} ({string.Join(", ", written.Select(Column))}) {values}SELECT {string.Join(", ", written.Select(i => $"s.c{i}"))} FROM {stage} AS s";
        InsertMissing = $"{Insert} WHERE NOT EXISTS (SELECT 1 FROM {name} AS t WHERE {byKey})";
        Delete = dialect.DeleteStaged(name, stage, byKey);
        UpdateTracked = dialect.UpdateFrom(track, stage, fields.Select(field => (field, field)), "t.tick = s.former");
        InsertTracked = $"INSERT INTO {track} ({string.Join(", ", keys.Select(i => dialect.Quote(names.Keys[i])).Concat(fields))}) "
            + $"SELECT {string.Join(", ", keys.Select(i => $"s.c{i}").Concat(fields.Select(field => "s." + field)))} FROM {stage} AS s WHERE s.former IS NULL";
    }

    /// <summary>Locks the rows that are there.</summary>
    public string? Lock { get; }

    /// <summary>What a peer holds of the keys. Columns: the row's number, the tracking fields, null where it is not tracked, whether there is a row.</summary>
    public string Find { get; }

    /// <summary>The rows of the keys that are there, and their numbers.</summary>
    public string Rows { get; }

    /// <summary>Updates the rows that are there; null where rows have no other columns than their keys.</summary>
    public string? Update { get; }

    /// <summary>Inserts all rows.</summary>
    public string Insert { get; }

    /// <summary>Inserts the rows that are not there.</summary>
    public string InsertMissing { get; }

    /// <summary>Deletes the rows.</summary>
    public string Delete { get; }

    /// <summary>Changes the tracking rows of those that have one.</summary>
    public string UpdateTracked { get; }

    /// <summary>Adds tracking rows for those that have none.</summary>
    public string InsertTracked { get; }
}
