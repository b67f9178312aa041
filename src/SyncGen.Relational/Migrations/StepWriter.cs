using Kind = SyncGen.Relational.Migrations.MigrationStepKind;

namespace SyncGen.Relational.Migrations;

/// <summary>Says in words what a migration does.</summary>
internal static class StepWriter
{
    public static IReadOnlyList<MigrationStep> Write(Migration migration)
    {
        var steps = new List<MigrationStep>();
        foreach (var table in migration.Tables)
        {
            Add(steps, table);
        }

        foreach (var removed in migration.Removed)
        {
            steps.Add(migration.Dropped.Contains(removed)
                ? new(Kind.DropTable, removed.Name, null, $"Drop table '{removed.Name}' with its rows, and what is kept for it")
                : new(Kind.LeaveTable, removed.Name, null, $"Leave table '{removed.Name}', whose rows no longer travel, and drop what is kept for it"));
        }

        if (migration.RefillsParts)
        {
            steps.Add(new(Kind.RefillParts, null, null, "Work out anew in whose part each row lies; clients read their parts again"));
        }

        if (migration.ReadsAgain)
        {
            steps.Add(new(Kind.ReadAgain, null, null, "Read all rows of the hub again with the next session"));
        }

        steps.Add(new(Kind.ReplaceTriggers, null, null, "Replace the triggers, and note the model"));
        return steps;
    }

    private static void Add(List<MigrationStep> steps, TableMigration plan)
    {
        var table = plan.Table.Name;
        if (plan.IsRenamed)
        {
            steps.Add(new(Kind.RenameTable, table, null, plan.RenamesTable
                ? $"Rename table '{plan.Former!.Name}' to '{table}', and what is kept for it"
                : $"Rename what is kept for table '{plan.Former!.Name}', which is '{table}' now"));
        }

        if (plan.CreatesTable)
        {
            steps.Add(new(Kind.CreateTable, table, null, $"Create table '{table}'"));
        }

        if (plan.Former is null)
        {
            steps.Add(new(Kind.TrackTable, table, null, $"Track table '{table}'"));
            if (!plan.CreatesTable)
            {
                steps.Add(new(Kind.SendRows, table, null, $"Count all rows of '{table}' as written, so that they travel"));
            }
        }

        steps.AddRange(plan.Renames.Select(rename => new MigrationStep(Kind.RenameColumn, table, rename.To, $"Rename column '{table}.{rename.From}' to '{rename.To}'")));
        steps.AddRange(plan.Added.Select(column => new MigrationStep(Kind.AddColumn, table, column, $"Add column '{table}.{column}'")));
        steps.AddRange(plan.Drops.Select(drop => new MigrationStep(Kind.DropColumn, table, drop.Column, $"Drop column '{table}.{drop.Column}' with its values")));
        steps.AddRange(plan.Left.Select(column => new MigrationStep(Kind.LeaveColumn, table, column, $"Leave column '{table}.{column}', which no longer travels")));
        if (plan.WasUnseen)
        {
            steps.Add(new(Kind.SendRows, table, null, $"Count all rows of '{table}' as written, and those that are gone as deleted: triggers were gone, so that writes went unseen"));
            return;
        }

        steps.AddRange(plan.Taken.Select(taken => new MigrationStep(Kind.SendRows, table, taken.Column,
            $"Count the rows of '{table}' in which '{taken.Column}' has a value as written, so that they travel")));
    }
}
