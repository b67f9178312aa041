namespace SyncGen.Model;

/// <summary>Describes a table of a scope. Generated; immutable and thread-safe.</summary>
public abstract class SyncTable
{
    private protected SyncTable()
    {
    }

    /// <summary>The table's name in the database, unquoted.</summary>
    public abstract string Name { get; }

    /// <summary>The names that the table had in earlier versions of the model. Default: none.</summary>
    public virtual IReadOnlyList<string> FormerNames => [];

    /// <summary>The table's schema; null for the database's default.</summary>
    public virtual string? Schema => null;

    /// <summary>The columns that travel: first the key columns in key order, then the others.</summary>
    public abstract IReadOnlyList<SyncColumn> Columns { get; }

    /// <summary>How many of <see cref="Columns"/> make the key, from 1.</summary>
    public abstract int KeyLength { get; }

    /// <summary>Foreign keys to tables of the same scope.</summary>
    public virtual IReadOnlyList<SyncRelation> Relations => [];

    /// <summary>Which way changes travel.</summary>
    public virtual SyncDirection Direction => SyncDirection.Both;

    /// <summary>What becomes of conflicts; never <see cref="ConflictPolicy.Default"/>.</summary>
    public virtual ConflictPolicy Conflicts => ConflictPolicy.LatestWins;

    /// <summary>The class of the rows.</summary>
    public abstract Type RowType { get; }

    /// <summary>Calls the visitor with the table as what it is, typed.</summary>
    public abstract TResult Accept<TResult>(ISyncTableVisitor<TResult> visitor);
}
