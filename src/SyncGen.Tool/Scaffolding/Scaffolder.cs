using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Output;
using SyncGen.Tool.Scaffolding.Documents;
using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Sources;

namespace SyncGen.Tool.Scaffolding;

/// <summary>Makes a document of a live database's schema, or brings one up to it.</summary>
internal static class Scaffolder
{
    /// <summary>Reads the schema, and changes nothing.</summary>
    /// <param name="database">One kind of database.</param>
    /// <param name="connectionString">Its connection string, in its driver's form.</param>
    /// <param name="options">Which part of it, and what is not in it.</param>
    /// <param name="existing">The document that there is; null for a new one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="System.Text.Json.JsonException">The existing document does not have the form.</exception>
    /// <exception cref="SyncException">The database cannot be opened or read; or <see cref="SyncErrorCode.SchemaMismatch"/>: the document is of another database.</exception>
    /// <exception cref="ToolException">No table has a name that is asked for.</exception>
    /// <exception cref="ArgumentException">The connection string does not have its driver's form.</exception>
    public static async Task<ScaffoldResult> RunAsync(
        Databases database, string connectionString, ScaffoldOptions options, string? existing, CancellationToken cancellationToken)
    {
        var document = ScaffoldDocument.Parse(existing);
        var schema = await SchemaSources.ReadAsync(database, connectionString, cancellationToken);
        var notes = new NoteList();
        new PatternCheck(schema, options, notes).Run();
        new DocumentMerger(document, schema, new EntityDrafter(schema, options).Draft(), options, notes).Merge();
        return new ScaffoldResult(document.Print(), document.IsChanged, notes.Notes);
    }
}
