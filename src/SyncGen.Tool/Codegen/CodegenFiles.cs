using System.Text;
using System.Xml.Linq;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Emission.TypeScript;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Templates;
using SyncGen.OData.Documents;
using SyncGen.OData.Schema;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Codegen;

/// <summary>Makes files of a model.</summary>
internal sealed class CodegenFiles(CodegenModel model, CodegenTarget target, CodegenTemplates? templates)
{
    private readonly Databases _databases = target.Databases ?? ModelDocument.FitOf(model.Set);

    /// <summary>What there is to know of them.</summary>
    public IEnumerable<string> Notes => target.Databases is null && _databases != Databases.None
        ? DatabaseNames.All.Where(database => !_databases.HasFlag(database)).Select(database => $"The model does not fit {database}, which SQL and generated code leave out. With --databases {database.ToString().ToLowerInvariant()} its errors are told.")
        : [];

    /// <summary>The files of a kind.</summary>
    /// <exception cref="ToolException">The model has errors; the message lists them.</exception>
    public async Task<IEnumerable<EmittedFile>> OfAsync(CodegenKind kind, CancellationToken cancellationToken) => kind switch
    {
        CodegenKind.Classes => OwnedClasses.Of(model.Set, model.Scope),
        CodegenKind.Generated => Generated(cancellationToken),
        CodegenKind.Templates => Printed(ScopesFor(Databases.None), isForCompiler: false, cancellationToken),
        CodegenKind.Sql => ScopesFor(WantedDatabases()).SelectMany(scope => ScopeFiles.Of(scope, _databases)),
        CodegenKind.TypeScript => ScopesFor(Databases.None).Select(TypeScriptEmitter.Emit),
        CodegenKind.Csdl => await CsdlAsync(cancellationToken),
        _ => [new EmittedFile("model" + SyncDocument.Extension, model.Text.ReplaceLineEndings("\n"))],
    };

    /// <summary>Lets no model with errors become files.</summary>
    public void Check() => ScopesFor(Databases.None);

    private IEnumerable<EmittedFile> Generated(CancellationToken cancellationToken)
    {
        var scopes = ScopesFor(WantedDatabases());
        var options = BuiltInOutputs.Without(Options(), templates?.Replaced ?? BuiltInOutput.None);
        return [.. ProjectEmitter.Emit(scopes, model.Set.Entities, options), .. Printed(scopes, isForCompiler: true, cancellationToken)];
    }

    private IReadOnlyList<EmittedFile> Printed(IReadOnlyList<ScopeModel> scopes, bool isForCompiler, CancellationToken cancellationToken) =>
        templates?.Print(model.Set, scopes, Options(), isForCompiler, cancellationToken) ?? [];

    // Where nothing fits, one database stands for all in what is said of it.
    private Databases WantedDatabases() => _databases == Databases.None ? DatabaseNames.All[0] : _databases;

    private HostOptions Options() => new(_databases, HasServices: true, target.HasEndpoints, target.HasHttp, ModelDocument.LanguageVersion);

    private IReadOnlyList<ScopeModel> ScopesFor(Databases databases)
    {
        var scopes = ModelDocument.Build(model.Set, databases).Scopes;
        if (model.Scope is null)
        {
            return scopes;
        }

        return scopes.FirstOrDefault(scope => scope.Name == model.Scope) is { } scope
            ? [scope]
            : throw new ToolException($"The model has no scope '{model.Scope}'. It has {string.Join(", ", scopes.Select(other => $"'{other.Name}'"))}.");
    }

    // As the service itself says it: of the scope's own description.
    private async Task<IEnumerable<EmittedFile>> CsdlAsync(CancellationToken cancellationToken)
    {
        var scopes = ScopesFor(Databases.None);
        var assembly = ModelCompiler.Compile(ModelDocument.Emit(model.Set, Databases.None, scopes), cancellationToken);
        List<EmittedFile> files = [];
        foreach (var scope in scopes)
        {
            using var document = new MemoryStream();
            await MetadataDocument.WriteAsync(new WireSchema(ScopeFinder.Find(assembly, scope.Name, scope.Name).Definition), document, cancellationToken);
            files.Add(new EmittedFile(scope.Name + ".csdl.xml", XDocument.Parse(Encoding.UTF8.GetString(document.ToArray())).ToString().ReplaceLineEndings("\n") + "\n"));
        }

        return files;
    }
}
