using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>How a database writes SQL. Immutable and thread-safe.</summary>
public abstract class RelationalDialect
{
    /// <summary>Quotes a name, whatever characters it has.</summary>
    public abstract string Quote(string name);

    /// <summary>The parameter of an ordinal, counted from 0.</summary>
    public abstract string Parameter(int ordinal);

    /// <summary>How long a name may be, in bytes of UTF-8. Default: as long as one likes.</summary>
    public virtual int NameBytesMax => int.MaxValue;

    /// <summary>
    /// Whether folding takes out of the log what it folds. Otherwise the log is emptied when all of it is folded, for which
    /// nobody else may write meanwhile. Default: false.
    /// </summary>
    public virtual bool FoldingTakesEntries => false;

    /// <summary>
    /// The condition that a log entry is of what a session set off, such as a cascade, and not of another program's write.
    /// Default: null; they are not told apart, and need not be where nobody else writes meanwhile.
    /// </summary>
    public virtual string? IsSessionsEntry => null;

    /// <summary>A statement that locks the row of a key, if it is there, until the transaction ends. Default: null, none needed.</summary>
    /// <param name="table">The table's name, quoted.</param>
    /// <param name="byKey">The condition, whose parameters are the key.</param>
    public virtual string? LockRow(string table, string byKey) => null;

    /// <summary>
    /// A statement that locks the rows of a table <c>t</c> that a stage <c>s</c> has the keys of, in the stage's order; null
    /// where no other program can write meanwhile.
    /// </summary>
    /// <param name="table">The table's name, quoted.</param>
    /// <param name="stage">The stage's name, quoted.</param>
    /// <param name="byKey">The condition that joins them.</param>
    public virtual string? LockRows(string table, string stage, string byKey) => null;

    /// <summary>A statement that changes rows of a table <c>t</c> to what a stage <c>s</c> has of them.</summary>
    /// <param name="table">The table's name, quoted.</param>
    /// <param name="stage">The stage's name, quoted.</param>
    /// <param name="columns">The columns to change, quoted, each with its column of the stage.</param>
    /// <param name="byKey">The condition that joins them.</param>
    public virtual string UpdateFrom(string table, string stage, IEnumerable<(string Column, string Staged)> columns, string byKey)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return $"UPDATE {table} AS t SET {string.Join(", ", columns.Select(pair => $"{pair.Column} = s.{pair.Staged}"))} FROM {stage} AS s WHERE {byKey}";
    }

    /// <summary>A statement that deletes the rows of a table <c>t</c> that a stage <c>s</c> has the keys of.</summary>
    /// <param name="table">The table's name, quoted.</param>
    /// <param name="stage">The stage's name, quoted.</param>
    /// <param name="byKey">The condition that joins them.</param>
    public virtual string DeleteStaged(string table, string stage, string byKey) => $"DELETE FROM {table} AS t USING {stage} AS s WHERE {byKey}";

    /// <summary>
    /// A statement that deletes a session's own entries of a log. Default: a plain one, as where it does not wait for what
    /// others have added and not committed.
    /// </summary>
    /// <param name="log">The log's name, quoted.</param>
    /// <param name="condition">Which entries.</param>
    public virtual string DeleteFrom(string log, string condition) => $"DELETE FROM {log} WHERE {condition}";

    /// <summary>
    /// A log as it stands behind <c>FROM</c> where only committed entries are to be read, without waiting for those who have added
    /// others. Default: its name, as where plain reading does that.
    /// </summary>
    /// <param name="log">The log's name, quoted.</param>
    public virtual string Committed(string log) => log;

    /// <summary>A query for the first of the rows that another one gives. Default: with <c>LIMIT</c>.</summary>
    /// <param name="query">The query, which begins with <c>SELECT</c>.</param>
    /// <param name="count">How many at the most: a number, or a parameter.</param>
    public virtual string First(string query, string count = "1") => $"{query} LIMIT {count}";

    /// <summary>A condition that a row comes behind a place, such that an index of the columns is read from there on. Default: compares rows.</summary>
    /// <param name="columns">The columns that the rows are ordered by.</param>
    /// <param name="place">The values of the place, in the same order.</param>
    public virtual string IsBehind(IReadOnlyList<string> columns, IReadOnlyList<string> place)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(place);
        // Not every database takes a comparison of several columns at once for a range of its index.
        return columns.Count == 1
            ? $"{columns[0]} > {place[0]}"
            : $"{columns[0]} >= {place[0]} AND ({string.Join(", ", columns)}) > ({string.Join(", ", place)})";
    }

    /// <summary>A condition that two values differ, null being a value. Default: standard SQL.</summary>
    public virtual string Differ(string left, string right) => $"{left} IS DISTINCT FROM {right}";

    /// <summary>A condition that a column holds the value of a filter parameter. Default: a plain comparison.</summary>
    /// <param name="column">The column.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parameter">The parameter.</param>
    public virtual string EqualsFilter(string column, SyncType type, string parameter) => $"{column} = {parameter}";

    /// <summary>A statement that inserts what a query gives, and updates the rows whose keys are there. Default: as SQLite and PostgreSQL do.</summary>
    /// <param name="table">The table's name, quoted.</param>
    /// <param name="keys">The key's columns.</param>
    /// <param name="values">The other columns.</param>
    /// <param name="query">A query with a condition, which gives both in this order, each key at most once.</param>
    public virtual string Upsert(string table, IReadOnlyList<string> keys, IReadOnlyList<string> values, string query) =>
        $"INSERT INTO {table} ({string.Join(", ", keys.Concat(values))}) {query} "
        + $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", values.Select(value => $"{value} = excluded.{value}"))}";

    /// <summary>A table's name, with its schema where it has one and the database knows schemas.</summary>
    public string QualifiedName(SyncTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return QualifiedName(table.Schema, table.Name);
    }

    /// <summary>A table's name, with its schema where one is given and the database knows schemas.</summary>
    public abstract string QualifiedName(string? schema, string table);

    /// <summary>How the database tells names of columns and tables apart. Default: case does not matter.</summary>
    public virtual StringComparer NameComparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>A statement that renames an application's table. Default: as most databases do.</summary>
    public virtual string RenameTable(string? schema, string from, string to) => $"ALTER TABLE {QualifiedName(schema, from)} RENAME TO {Quote(to)}";

    /// <summary>A statement that renames a column of an application's table. Default: as most databases do.</summary>
    public virtual string RenameColumn(SyncTable table, string from, string to) => $"ALTER TABLE {QualifiedName(table)} RENAME COLUMN {Quote(from)} TO {Quote(to)}";

    /// <summary>A statement that drops a column of an application's table. Default: standard SQL.</summary>
    public virtual string DropColumn(SyncTable table, string column) => $"ALTER TABLE {QualifiedName(table)} DROP COLUMN {Quote(column)}";

    /// <summary>
    /// Folds a peer's log of a table into its tracking table. Parameters: the tick to count from, this replica's number,
    /// the time that every write of an untracked row must exceed, and the least and the greatest of what is folded, 0 for keys
    /// whose row is there and 1 for those whose row is gone. Changes as many rows as it gives ticks.
    /// </summary>
    public abstract string FoldPeer(SyncTable table, TableNames names);

    /// <summary>
    /// Folds a leaf's log of a table into its edits. Parameters: the tick to count from, the anchor in force, and the least and
    /// the greatest of what is folded, 0 for keys whose row is there and 1 for those whose row is gone. Changes as many rows
    /// as it gives ticks.
    /// </summary>
    public abstract string FoldLeaf(SyncTable table, TableNames names);

    /// <summary>
    /// An expression for a table's column that other columns are compared with, such that an index on the other column
    /// can be used whatever type it was declared with.
    /// </summary>
    public virtual string Bare(string column) => column;
}
