using SyncGen.Model;

namespace SyncGen.Relational.Migrations;

/// <summary>What brings a store to the present model, worked out from its earlier one and from the tables as they are.</summary>
/// <param name="Former">The earlier model.</param>
/// <param name="Tables">The tables of the present model, in its order.</param>
/// <param name="Removed">The tables that are no longer in the model.</param>
internal sealed record Migration(ScopeDescription Former, IReadOnlyList<TableMigration> Tables, IReadOnlyList<FormerTable> Removed)
{
    /// <summary>Those of the removed tables that are dropped, with their rows.</summary>
    public IReadOnlyList<FormerTable> Dropped { get; init; } = [];

    /// <summary>Whether tables or columns that were tracked have other names, or are gone.</summary>
    public bool ChangesNames => Removed.Count > 0 || Tables.Any(table => table.IsRenamed || table.Renames.Count > 0 || table.Drops.Count > 0);

    /// <summary>Whether filters decide otherwise than they did over a table that was there.</summary>
    public bool RefillsParts { get; init; }

    /// <summary>Whether a leaf reads its part again: the hub may hold values that it never asked for.</summary>
    public bool ReadsAgain { get; init; }

    /// <summary>The steps, for people.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; init; } = [];
}
