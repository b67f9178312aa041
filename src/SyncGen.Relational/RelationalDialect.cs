using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>How a database writes SQL. Immutable and thread-safe.</summary>
public abstract class RelationalDialect
{
    /// <summary>Quotes a name, whatever characters it has.</summary>
    public abstract string Quote(string name);

    /// <summary>The parameter of an ordinal, counted from 0.</summary>
    public abstract string Parameter(int ordinal);

    /// <summary>A table's name, with its schema where it has one and the database knows schemas.</summary>
    public abstract string QualifiedName(SyncTable table);

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
