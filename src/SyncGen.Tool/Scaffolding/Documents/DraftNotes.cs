using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Says what a document cannot carry, and what there is to know of what it carries.</summary>
internal sealed class DraftNotes(IReadOnlyList<EntityDraft> drafts, IReadOnlyList<EntityNode> entities, NoteList notes)
{
    public void Write()
    {
        if (entities.Count == 0)
        {
            notes.Add(ScaffoldNoteKind.LeftOut, "No table was found that can be synchronised.");
        }

        foreach (var draft in drafts)
        {
            var own = entities.Where(candidate => candidate.Draft == draft).ToList();
            own.ForEach(entity => WriteTable(draft, entity));
            if (own.Count == 0)
            {
                notes.Add(ScaffoldNoteKind.LeftOut, draft.Table.Name, null, $"Left out. {draft.Obstacle}");
            }
        }

        foreach (var same in drafts.Where(draft => entities.Any(entity => entity.Draft == draft)).GroupBy(draft => draft.Table.Name.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            foreach (var draft in same)
            {
                notes.Add(ScaffoldNoteKind.Caution, draft.Table.Name, null, "A table of another schema, or in another case, has the same name: one scope cannot hold both. List each in a scope of its own.");
            }
        }
    }

    private void WriteTable(EntityDraft draft, EntityNode entity)
    {
        var table = draft.Table;
        if (table.Obstacle is { } obstacle)
        {
            notes.Add(ScaffoldNoteKind.Caution, table.Name, null, obstacle);
        }

        foreach (var property in draft.Properties)
        {
            WriteColumn(table.Name, property, entity.Has(property.Column.Name));
        }

        foreach (var column in table.Columns.Where(column => !column.IsOptional && draft.Properties.All(property => property.Column != column) && entity.PropertyOf(column.Name) is null))
        {
            notes.Add(ScaffoldNoteKind.Caution, table.Name, column.Name, "Not looked at, but NOT NULL without a default: no store can insert rows into the table without it.");
        }

        foreach (var index in table.UniqueIndexes)
        {
            notes.Add(ScaffoldNoteKind.Caution, table.Name, null, UniqueText(index));
        }

        foreach (var remark in table.Remarks)
        {
            notes.Add(ScaffoldNoteKind.Caution, table.Name, remark.Column, remark.Text);
        }
    }

    private void WriteColumn(TableName table, PropertyDraft property, bool isIn)
    {
        var column = property.Column;
        if (!isIn)
        {
            notes.Add(ScaffoldNoteKind.LeftOut, table, column.Name, (property.Type is null
                ? $"Left out: no type carries values of {(column.Declared.Length == 0 ? "a column without a type" : column.Declared)}."
                : "Left out: its name differs from another column's in case alone.")
                + (column.IsOptional ? "" : " It is NOT NULL without a default, so that no store can insert rows into the table. Give it a default."));
            return;
        }

        if (property is { KeyOrder: not null, Column.IsIdentity: true })
        {
            notes.Add(ScaffoldNoteKind.Caution, table, column.Name, "Its numbers are the database's own. That works, but two stores may give the same number to different rows: use a GUID, or give each store a range of its own.");
        }

        if (column.IsGenerated)
        {
            notes.Add(ScaffoldNoteKind.Caution, table, column.Name, "It is computed by the database: it is read there, and not written. Tables that provisioning makes do not have it, unless its storeType says how it is computed; without it they are refused, so exclude it where they need not have it.");
        }

        if (property.Type?.Caution is { } caution)
        {
            notes.Add(ScaffoldNoteKind.Caution, table, column.Name, caution);
        }
    }

    private static string UniqueText(UniqueIndexSchema index)
    {
        var of = string.Join(", ", index.Columns.Select(column => column ?? "an expression"));
        var some = index.IsPartial ? ", for some rows only" : "";
        return $"'{index.Name}' allows each value of ({of}) once{some}: of rows with the same one that were made in two stores, one waits in quarantine.";
    }
}
