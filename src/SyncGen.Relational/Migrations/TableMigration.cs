using SyncGen.Model;

namespace SyncGen.Relational.Migrations;

/// <summary>What becomes of a table of the present model.</summary>
/// <param name="Table">The table.</param>
/// <param name="Ordinal">Its place in the scope, counted from 0.</param>
/// <param name="Match">What it was in the earlier model; null if it is new.</param>
internal sealed record TableMigration(SyncTable Table, int Ordinal, TableMatch? Match)
{
    /// <summary>The table of the earlier model; null if it is new.</summary>
    public FormerTable? Former { get; } = Match is null ? null : new FormerTable(Match.Former);

    /// <summary>Whether the application's table still has its former name.</summary>
    public bool RenamesTable { get; init; }

    /// <summary>Whether the application's table is not there yet.</summary>
    public bool CreatesTable { get; init; }

    /// <summary>Columns that still have their former names.</summary>
    public IReadOnlyList<(string From, string To)> Renames { get; init; } = [];

    /// <summary>The statements that add columns.</summary>
    public IReadOnlyList<string> Additions { get; init; } = [];

    /// <summary>The columns of the model that these add; the others are of the entity alone.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Columns that no longer travel, and stay.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>The columns that are dropped, each with the statements for that.</summary>
    public IReadOnlyList<(string Column, IReadOnlyList<string> Statements)> Drops { get; init; } = [];

    /// <summary>Columns that are new in the model and were in the table before, each with the value that counts as none.</summary>
    public IReadOnlyList<(string Column, string? Empty)> Taken { get; init; } = [];

    /// <summary>Whether writes may have gone unseen before: triggers were gone, or the table is.</summary>
    public bool WasUnseen { get; init; }

    /// <summary>Whether a column is in the model that was not.</summary>
    public bool HasNewColumns { get; init; }

    /// <summary>Whether what SyncGen keeps for the table has another name.</summary>
    public bool IsRenamed => Former is not null && !string.Equals(Former.Name, Table.Name, StringComparison.Ordinal);
}
