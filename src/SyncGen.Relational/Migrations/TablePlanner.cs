using SyncGen.Model;
using SyncGen.Relational.Provisioning;

namespace SyncGen.Relational.Migrations;

/// <summary>Finds out what a table lacks of the present model.</summary>
/// <param name="connection">The connection.</param>
/// <param name="schema">The database's schema.</param>
/// <param name="created">The tables that provisioning created.</param>
/// <param name="options">What may be done.</param>
internal sealed class TablePlanner(RelationalConnection connection, RelationalSchema schema, IReadOnlySet<string> created, MigrationOptions options)
{
    // How the database tells names apart.
    private StringComparer Names => connection.Dialect.NameComparer;

    public async ValueTask<TableMigration> PlanAsync(SyncTable table, int ordinal, TableMatch? match, RelationalTableScripts scripts, CancellationToken cancellationToken)
    {
        RequireSameKey(match);
        var plan = new TableMigration(table, ordinal, match);
        var live = await schema.ColumnsOfAsync(table, cancellationToken);
        if (live.Count == 0 && plan.IsRenamed)
        {
            live = await schema.ColumnsOfAsync(plan.Former!, cancellationToken);
            plan = plan with { RenamesTable = live.Count > 0 };
        }

        if (live.Count == 0)
        {
            return plan with { CreatesTable = true };
        }

        var columns = new ColumnPlan();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            Plan(table, i, match, scripts.Columns.ElementAtOrDefault(i), live, columns);
        }

        var isOwn = created.Contains(match?.Former.Name ?? table.Name);
        foreach (var local in scripts.Columns.Skip(table.Columns.Count).Where(local => isOwn && local.Add.Length > 0 && !Has(live, local.Name)))
        {
            columns.Additions.Add(local.Add);
        }

        if (match is not null)
        {
            await PlanRemovedAsync(plan, match, scripts, live, columns, cancellationToken);
        }

        return plan with
        {
            Renames = columns.Renames,
            Additions = columns.Additions,
            Drops = columns.Drops,
            Left = columns.Left,
            Taken = columns.Taken,
            Added = columns.Added,
            HasNewColumns = columns.HasNew,
        };
    }

    private static void RequireSameKey(TableMatch? match)
    {
        if (match is { HasSameKey: false, Present: var table, Former: var former })
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"The key of table '{table.Name}' was ({Listed(former.Columns.Take(former.KeyLength).Select(column => column.Name))}) and is "
                + $"({Listed(table.Columns.Take(table.KeyLength).Select(column => column.Name))}). Rows are known by their keys: give a renamed key column its former name, "
                + "and a table with another key another name.");
        }
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private void Plan(SyncTable table, int ordinal, TableMatch? match, RelationalColumnScript? script, IReadOnlyList<LiveColumn> live, ColumnPlan columns)
    {
        var column = table.Columns[ordinal];
        var was = match?.FormerOf(ordinal) is >= 0 and var then ? match.Former.Columns[then] : null;
        columns.HasNew |= was is null;
        if (Has(live, column.Name))
        {
            if (match is not null && was is null && !column.IsComputed)
            {
                columns.Taken.Add((column.Name, script?.Empty));
            }

            return;
        }

        var from = column.FormerNames.Prepend(was?.Name ?? column.Name)
            .FirstOrDefault(name => Has(live, name) && !table.Columns.Any(other => Names.Equals(other.Name, name)));
        if (from is not null)
        {
            columns.Renames.Add((from, column.Name));
            if (match is not null && was is null)
            {
                columns.Taken.Add((column.Name, script?.Empty));
            }
        }
        else if (script is { Add.Length: > 0 })
        {
            columns.Additions.Add(script.Add);
            columns.Added.Add(column.Name);
        }
        else
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"Table '{table.Name}' has no column '{column.Name}', which "
                + (column.IsComputed ? "the database is to compute in a way that the model does not say" : "is part of its key") + ". Add it to the table, then migrate.");
        }
    }

    private async ValueTask PlanRemovedAsync(
        TableMigration plan, TableMatch match, RelationalTableScripts scripts, IReadOnlyList<LiveColumn> live, ColumnPlan columns, CancellationToken cancellationToken)
    {
        foreach (var gone in match.Former.Columns.Where((_, i) => match.PresentOf(i) == TableMatch.Nowhere))
        {
            var found = live.FirstOrDefault(column => Names.Equals(column.Name, gone.Name));
            if (found is null || scripts.Columns.Any(column => Names.Equals(column.Name, gone.Name)) || columns.Renames.Any(rename => Names.Equals(rename.From, gone.Name)))
            {
                continue;
            }

            if (options.DropRemoved)
            {
                SyncTable named = plan.RenamesTable ? plan.Former! : plan.Table;
                columns.Drops.Add((found.Name, await schema.DropsOfAsync(connection, named, plan.Table, found.Name, cancellationToken)));
            }
            else if (found is { IsRequired: true, HasDefault: false, IsGenerated: false })
            {
                throw new SyncException(SyncErrorCode.MigrationRefused,
                    $"Column '{match.Present.Name}.{found.Name}' is no longer in the model, but NOT NULL without a default, so that no row could be inserted any more. "
                    + "Give it a default, or allow it to be dropped with its values (DropRemoved, --drop-removed).");
            }
            else
            {
                columns.Left.Add(found.Name);
            }
        }
    }

    private bool Has(IReadOnlyList<LiveColumn> live, string name) => live.Any(column => Names.Equals(column.Name, name));

    /// <summary>What was found so far.</summary>
    private sealed class ColumnPlan
    {
        public List<(string From, string To)> Renames { get; } = [];

        public List<string> Additions { get; } = [];

        public List<string> Added { get; } = [];

        public List<(string Column, IReadOnlyList<string> Statements)> Drops { get; } = [];

        public List<string> Left { get; } = [];

        public List<(string Column, string? Empty)> Taken { get; } = [];

        public bool HasNew { get; set; }
    }
}
