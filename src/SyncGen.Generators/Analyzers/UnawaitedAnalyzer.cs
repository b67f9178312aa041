using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.Generators.Analyzers;

/// <summary>Finds sessions and other work of stores that nobody awaits. In async methods the compiler says so itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnawaitedAnalyzer : SyncAnalyzer
{
    public UnawaitedAnalyzer() : base(UseRules.NotAwaited)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols) =>
        context.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context, SyncSymbols symbols)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (statement.Operation is IInvocationOperation call
            && IsWork(call.TargetMethod, symbols)
            && statement.Function(context.ContainingSymbol) is { IsAsync: false })
        {
            context.ReportDiagnostic(Report(UseRules.NotAwaited, call.Syntax, call.TargetMethod.Name));
        }
    }

    private static bool IsWork(IMethodSymbol method, SyncSymbols symbols) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } }
        && (SyncSymbols.AreSame(method.ContainingType, symbols.Orchestrator) || symbols.IsProvider(method.ContainingType));
}
