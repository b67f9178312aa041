using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.Generators.Extraction;
using SyncGen.Generators.Reporting;
using SyncGen.Generators.Templates;

namespace SyncGen.Generators;

/// <summary>Adds their members to scopes. Symbols end in the extractors; from there on there are values only.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SyncGenerator : IIncrementalGenerator
{
    private const string ScriptsProperty = "build_property.SyncGenEmitScripts";

    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var entities = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Entity,
                IsType,
                (c, ct) => EntityExtractor.Extract((INamedTypeSymbol)c.TargetSymbol, c.SemanticModel.Compilation, ct))
            .WithTrackingName(TrackingNames.Entities);
        var scopes = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Scope, IsType, ScopeExtractor.Extract)
            .WithTrackingName(TrackingNames.Scopes);
        var options = context.CompilationProvider
            .Select((c, _) => HostOptionsExtractor.Extract(c))
            .WithTrackingName(TrackingNames.Options);
        var declared = scopes.Collect().Combine(entities.Collect());
        var documents = context.AdditionalTextsProvider
            .Where(t => t.Path.EndsWith(SyncDocument.Extension, StringComparison.OrdinalIgnoreCase))
            .Select((t, ct) => DocumentReader.Read(t.GetText(ct)?.ToString() ?? "", t.Path))
            .WithTrackingName(TrackingNames.Documents);
        var set = documents.Collect()
            .Combine(declared)
            .Select((input, _) => DocumentSet.Of(input.Left, input.Right.Right, input.Right.Left))
            .WithTrackingName(TrackingNames.DocumentSet);
        var model = declared
            .Combine(set)
            .Combine(options)
            .Select((input, _) => Build(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Model);

        ReportFindings(context, model);
        var templates = TemplatePipeline.Read(context);
        EmitSource(context, model, TemplatePipeline.WithoutReplaced(options, templates));
        EmitEntities(context, set);
        EmitScripts(context, model, options);
        TemplatePipeline.Print(context, templates, model, set, options);
    }

    private static ModelResult Build(
        ImmutableArray<ScopeDeclaration> scopes,
        ImmutableArray<EntityDeclaration> entities,
        DocumentSet documents,
        HostOptions options)
    {
        var types = new DocumentTypes(documents.Entities);
        var model = ModelBuilder.Build([.. scopes.Select(types.Resolve), .. documents.Scopes], [.. entities.Select(types.Resolve), .. documents.Entities], options);
        return documents.Findings.Count == 0 ? model : model with { Findings = [.. documents.Findings, .. model.Findings] };
    }

    private static void ReportFindings(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ModelResult> model)
    {
        var findings = model
            .SelectMany((m, _) => (IEnumerable<Finding>)m.Findings)
            .WithTrackingName(TrackingNames.Findings);

        // Only a location in a syntax tree can be suppressed there; a clean project never gets so far.
        context.RegisterSourceOutput(
            findings.Combine(context.CompilationProvider),
            (c, input) => c.ReportDiagnostic(DiagnosticTranslator.Translate(input.Left, input.Right)));
    }

    private static void EmitSource(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ModelResult> model,
        IncrementalValueProvider<HostOptions> options)
    {
        var databases = options.Select((o, _) => o.Databases);
        var scopes = model
            .SelectMany((m, _) => (IEnumerable<ScopeModel>)m.Scopes)
            .WithTrackingName(TrackingNames.ScopeModels);
        var scopeFiles = scopes
            .Select((s, _) => ScopeSummary.Of(s))
            .Combine(options.Select((o, _) => (o.Databases, o.HasHttp)))
            .Select((input, _) => ScopeEmitter.Emit(input.Left, input.Right.Databases, input.Right.HasHttp))
            .WithTrackingName(TrackingNames.ScopeFiles);
        var serviceFiles = scopes
            .Select((s, _) => (s.Class, s.Name))
            .Combine(options.Select((o, _) => (o.HasServices, o.Databases)))
            .Where(input => input.Right.HasServices)
            .Select((input, _) => ServicesEmitter.Emit(input.Left.Class, input.Left.Name, input.Right.Databases))
            .WithTrackingName(TrackingNames.ServiceFiles);
        var endpointFiles = scopes
            .Select((s, _) => (s.Class, s.Name))
            .Combine(options.Select((o, _) => o.HasEndpoints))
            .Where(input => input.Right)
            .Select((input, _) => EndpointsEmitter.Emit(input.Left.Class, input.Left.Name))
            .WithTrackingName(TrackingNames.EndpointFiles);
        var tableFiles = scopes
            .SelectMany((s, _) => s.Tables.Select(t => (s.Class, s.Name, Table: t)))
            .Combine(databases)
            .Select((input, _) => TableEmitter.Emit(input.Left.Class, input.Left.Name, input.Left.Table, input.Right))
            .WithTrackingName(TrackingNames.TableFiles);
        context.RegisterSourceOutput(scopeFiles, AddSource);
        context.RegisterSourceOutput(serviceFiles, AddSource);
        context.RegisterSourceOutput(endpointFiles, AddSource);
        context.RegisterSourceOutput(tableFiles, AddSource);
    }

    private static void EmitEntities(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<DocumentSet> documents)
    {
        var entityFiles = documents
            .SelectMany((d, _) => (IEnumerable<EntityDeclaration>)d.Entities)
            .Select((e, _) => EntityEmitter.Emit(e))
            .WithTrackingName(TrackingNames.EntityFiles);
        context.RegisterSourceOutput(entityFiles, AddSource);
    }

    // Only where the build asks for them: the package SyncGen.MSBuild does.
    private static void EmitScripts(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ModelResult> model,
        IncrementalValueProvider<HostOptions> options)
    {
        var areWanted = context.AnalyzerConfigOptionsProvider
            .Select((o, _) => o.GlobalOptions.TryGetValue(ScriptsProperty, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        var scripts = model
            .Select((m, _) => m.Scopes)
            .Combine(options.Select((o, _) => o.Databases))
            .Combine(areWanted)
            .Select((input, _) => input.Right ? ScriptBundle.Write(input.Left.Left.SelectMany(s => ScopeFiles.Of(s, input.Left.Right))) : null)
            .WithTrackingName(TrackingNames.Scripts);
        context.RegisterSourceOutput(scripts, AddSource);
    }

    private static void AddSource(SourceProductionContext context, EmittedFile? file)
    {
        if (file is not null)
        {
            context.AddSource(file.Name, SourceText.From(file.Text, s_encoding));
        }
    }

    private static bool IsType(SyntaxNode node, CancellationToken cancellationToken) => node is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
}
