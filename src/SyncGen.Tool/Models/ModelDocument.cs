using System.Globalization;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>The code of a model that stands in a file <c>*.sync.json</c>.</summary>
internal static class ModelDocument
{
    private const int LanguageVersion = 1400;

    private static readonly Databases[] s_databases = [Databases.Sqlite, Databases.PostgreSql, Databases.MySql, Databases.SqlServer];

    /// <summary>Emits the code of a file: for all databases, but for those that the model does not fit.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ToolException">The file is not there, or no database fits what it says; the message lists the findings.</exception>
    public static IReadOnlyList<EmittedFile> Emit(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new ToolException($"There is no file '{file.FullName}'. A model's file is named as in --model app.sync.json.");
        }

        var set = DocumentSet.Of([DocumentReader.Read(File.ReadAllText(file.FullName), file.FullName)], [], []);
        Require(set.Findings);
        var fit = s_databases.Where(database => !HasErrors(Build(set, database).Findings)).Aggregate(Databases.None, (all, database) => all | database);
        var model = Build(set, fit == Databases.None ? s_databases[0] : fit);
        Require(model.Findings);
        return
        [
            .. set.Entities.Select(entity => EntityEmitter.Emit(entity)),
            .. model.Scopes.Select(scope => ScopeEmitter.Emit(ScopeSummary.Of(scope), fit, false)),
            .. model.Scopes.SelectMany(scope => scope.Tables.Select(table => TableEmitter.Emit(scope.Class, scope.Name, table, fit))),
        ];
    }

    private static ModelResult Build(DocumentSet set, Databases databases) =>
        ModelBuilder.Build(set.Scopes, set.Entities, new HostOptions(databases, HasServices: false, HasEndpoints: false, HasHttp: false, LanguageVersion));

    private static bool HasErrors(IEnumerable<Finding> findings) => findings.Any(finding => finding.Rule.Severity == RuleSeverity.Error);

    private static void Require(IReadOnlyList<Finding> findings)
    {
        if (HasErrors(findings))
        {
            throw new ToolException("The model has errors:\n" + string.Join('\n', findings.Where(finding => finding.Rule.Severity == RuleSeverity.Error).Select(Text)));
        }
    }

    // app.sync.json(3,12): SYNC0701: …
    private static string Text(Finding finding)
    {
        var place = finding.Source.IsNone
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(finding.Source.Path)}({finding.Source.Line + 1},{finding.Source.Column + 1}): ");
        return $"{place}{finding.Rule.Id}: {string.Format(CultureInfo.InvariantCulture, finding.Rule.Message, [.. finding.Arguments])}";
    }
}
