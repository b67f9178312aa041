using SyncGen.Tool.Output;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Names;

/// <summary>Looks for patterns that fit no name, since they were mistyped: what they should leave out would be in the document, and the other way about.</summary>
internal sealed class PatternCheck(DatabaseSchema schema, ScaffoldOptions options, NoteList notes)
{
    private const int NamesShown = 10;

    /// <summary>Notes them.</summary>
    /// <exception cref="ToolException">None of the tables that are asked for is there.</exception>
    public void Run()
    {
        var tables = Unused(options.Tables, IsTable);
        if (tables.Count > 0 && tables.Count == options.Tables.Count)
        {
            throw new ToolException($"No table has a name that fits {Quoted(tables)}. {Present()}");
        }

        foreach (var pattern in tables.Concat(Unused(options.ExcludedTables, IsTable)))
        {
            notes.Add(ScaffoldNoteKind.Caution, $"No table has a name that fits '{pattern}'.");
        }

        foreach (var pattern in Unused(options.Columns, IsColumn).Concat(Unused(options.ExcludedColumns, IsColumn)))
        {
            notes.Add(ScaffoldNoteKind.Caution, $"No column has a name that fits '{pattern}'.");
        }
    }

    private static List<string> Unused(IReadOnlyList<string> patterns, Func<string, bool> isUsed) => [.. patterns.Where(pattern => !isUsed(pattern))];

    private bool IsTable(string pattern) => schema.Tables.Any(table => NamePattern.Chooses([pattern], [], table.Name.Schema ?? schema.DefaultSchema, table.Name.Name));

    private bool IsColumn(string pattern) =>
        schema.Tables.Any(table => table.Columns.Any(column => NamePattern.Chooses([pattern], [], table.Name.Name, column.Name)));

    private string Present()
    {
        var names = schema.Tables.Select(table => table.Name.ToString()).ToList();
        return names.Count == 0 ? "The database has no tables."
            : $"The database has {Quoted(names.Take(NamesShown))}{(names.Count > NamesShown ? $" and {names.Count - NamesShown} more" : "")}.";
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
