using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Generators.Reporting;

namespace SyncGen.Generators.Analyzers;

/// <summary>An analyzer of code that uses SyncGen: it does nothing in a project that does not, and leaves generated code alone.</summary>
internal abstract class SyncAnalyzer : DiagnosticAnalyzer
{
    protected SyncAnalyzer(params Rule[] rules) => SupportedDiagnostics = [.. rules.Select(DiagnosticTranslator.Of)];

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SyncSymbols.Of(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    protected abstract void Register(CompilationStartAnalysisContext context, SyncSymbols symbols);

    protected static Diagnostic Report(Rule rule, SyntaxNode place, params string[] arguments) =>
        Diagnostic.Create(DiagnosticTranslator.Of(rule), place.GetLocation(), [.. arguments]);
}
