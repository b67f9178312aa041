namespace SyncGen.Relational.Migrations;

/// <summary>A step of a migration.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table; null where it concerns the whole store.</param>
/// <param name="Column">The column; null where it concerns no single one.</param>
/// <param name="Text">The step in words, as a sentence without its full stop.</param>
public sealed record MigrationStep(MigrationStepKind Kind, string? Table, string? Column, string Text)
{
    /// <summary>Whether values or rows of the application are gone afterwards.</summary>
    public bool LosesData => Kind is MigrationStepKind.DropTable or MigrationStepKind.DropColumn;
}
