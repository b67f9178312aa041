using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Templates;
using SyncGen.CodeGeneration.Templates.Rendering;
using SyncGen.CodeGeneration.Templates.Views;
using SyncGen.Generators.Reporting;

namespace SyncGen.Generators.Templates;

/// <summary>Prints the templates of the project's own. A file is printed again where its template, what that includes, or what it prints of has changed.</summary>
internal static class TemplatePipeline
{
    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads the templates, each once.</summary>
    public static IncrementalValueProvider<TemplateSet> Read(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(t => t.Path.EndsWith(OwnTemplate.Extension, StringComparison.OrdinalIgnoreCase))
            .Select((t, ct) => OwnTemplate.Read(t.Path, t.GetText(ct)?.ToString() ?? ""))
            .WithTrackingName(TrackingNames.Templates)
            .Collect()
            .Select((t, _) => TemplateSet.Of(t))
            .WithTrackingName(TrackingNames.TemplateSet);

    /// <summary>What is left for SyncGen itself to print.</summary>
    public static IncrementalValueProvider<HostOptions> WithoutReplaced(IncrementalValueProvider<HostOptions> options, IncrementalValueProvider<TemplateSet> templates) =>
        options.Combine(templates.Select((t, _) => t.Replaced)).Select((input, _) => BuiltInOutputs.Without(input.Left, input.Right));

    public static void Print(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<TemplateSet> templates,
        IncrementalValueProvider<ModelResult> model,
        IncrementalValueProvider<DocumentSet> documents,
        IncrementalValueProvider<HostOptions> options)
    {
        var plan = templates
            .Combine(model.Select((m, _) => m.Scopes).Combine(documents.Select((d, _) => d.Entities)))
            .Combine(options)
            .Select((input, _) => Plan(input.Left.Left, input.Left.Right.Left, input.Left.Right.Right, input.Right))
            .WithTrackingName(TrackingNames.TemplatePlan);
        var printed = plan
            .SelectMany((p, _) => (IEnumerable<TemplateJob>)p.Jobs)
            .Select(TemplatePrinter.Print)
            .WithTrackingName(TrackingNames.TemplateFiles);
        context.RegisterSourceOutput(printed, AddSource);
        context.RegisterSourceOutput(plan.SelectMany((p, _) => (IEnumerable<Finding>)p.Findings), (c, f) => c.ReportDiagnostic(DiagnosticTranslator.Translate(f)));
    }

    private static TemplatePlan Plan(
        TemplateSet templates,
        EquatableArray<ScopeModel> scopes,
        EquatableArray<EntityDeclaration> entities,
        HostOptions options) => templates.Templates.Count == 0
            ? new TemplatePlan([], [])
            : TemplatePlanner.Plan(templates, TemplateViewBuilder.Build(scopes, options), BuiltInOutputs.NamesOf(scopes, entities), isForCompiler: true);

    private static void AddSource(SourceProductionContext context, PrintedTemplate printed)
    {
        if (printed.File is { } file)
        {
            context.AddSource(file.Name, SourceText.From(file.Text, s_encoding));
        }

        if (printed.Finding is { } finding)
        {
            context.ReportDiagnostic(DiagnosticTranslator.Translate(finding));
        }
    }
}
