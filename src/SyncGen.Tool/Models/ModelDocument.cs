using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Models;

/// <summary>A model that stands in a file <c>*.sync.json</c>, and its code.</summary>
internal static class ModelDocument
{
    /// <summary>The version of C# that code is emitted for, in hundreds.</summary>
    public const int LanguageVersion = 1400;

    /// <summary>What a project has at hand whose code is only compiled here.</summary>
    private static readonly HostOptions s_here = new(Databases.None, HasServices: false, HasEndpoints: false, HasHttp: false, LanguageVersion);

    /// <summary>Emits the code of a file: for all databases, but for those that the model does not fit.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ToolException">The file is not there, or no database fits what it says; the message lists the findings.</exception>
    public static IReadOnlyList<EmittedFile> Emit(FileInfo file)
    {
        var set = Parse(ReadText(file), file.FullName);
        var fit = FitOf(set);
        return Emit(set, fit, Build(set, fit == Databases.None ? DatabaseNames.All[0] : fit).Scopes);
    }

    /// <summary>Emits the code of scopes that is needed to load them.</summary>
    public static IReadOnlyList<EmittedFile> Emit(DocumentSet set, Databases databases, IEnumerable<ScopeModel> scopes) =>
        [.. ProjectEmitter.Emit(scopes, set.Entities, s_here with { Databases = databases })];

    /// <summary>The text of a file.</summary>
    /// <exception cref="ToolException">It is not there.</exception>
    public static string ReadText(FileInfo file) => file.Exists
        ? File.ReadAllText(file.FullName)
        : throw new ToolException($"There is no file '{file.FullName}'. A model's file is named as in --model app.sync.json.");

    /// <summary>Reads a text.</summary>
    /// <exception cref="ToolException">It has errors; the message lists them.</exception>
    public static DocumentSet Parse(string text, string path)
    {
        var set = DocumentSet.Of([DocumentReader.Read(text, path)], [], []);
        ModelFindings.Require(set.Findings);
        return set;
    }

    /// <summary>The databases that a model fits.</summary>
    public static Databases FitOf(DocumentSet set) => DatabaseNames.All
        .Where(database => !ModelFindings.HasErrors(Judge(set, database).Findings))
        .Aggregate(Databases.None, (all, database) => all | database);

    /// <summary>Lets no model go on that does not fit a database.</summary>
    /// <exception cref="ToolException">It does not; the message lists the findings.</exception>
    public static void RequireFit(FileInfo file, Database database) => ModelFindings.Require(
        Judge(Parse(ReadText(file), file.FullName), database.Kind).Findings, $"The model does not fit {database.Title}:", path => Path.GetFileName(path));

    /// <summary>The model for some databases.</summary>
    /// <exception cref="ToolException">It has errors; the message lists them.</exception>
    public static ModelResult Build(DocumentSet set, Databases databases)
    {
        var model = Judge(set, databases);
        ModelFindings.Require(model.Findings);
        return model;
    }

    private static ModelResult Judge(DocumentSet set, Databases databases) => ModelBuilder.Build(set.Scopes, set.Entities, s_here with { Databases = databases });
}
