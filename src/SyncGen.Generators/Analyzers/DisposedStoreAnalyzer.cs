using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.Generators.Analyzers;

/// <summary>
/// Finds databases that are used after they were disposed of: later in the same block, or by an orchestrator that is returned
/// from the method whose <c>await using</c> ends with it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DisposedStoreAnalyzer : SyncAnalyzer
{
    public DisposedStoreAnalyzer() : base(UseRules.UsedAfterDispose)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols)
    {
        context.RegisterOperationAction(operation => AnalyzeBlock(operation, symbols), OperationKind.Block);
        context.RegisterOperationAction(operation => AnalyzeReturn(operation, symbols), OperationKind.Return);
    }

    private static void AnalyzeBlock(OperationAnalysisContext context, SyncSymbols symbols)
    {
        var statements = ((IBlockOperation)context.Operation).Operations;
        for (var i = 0; i < statements.Length; i++)
        {
            if (Disposed(statements[i], symbols) is { } store && FirstUse(statements.Skip(i + 1), store, symbols) is { } use)
            {
                context.ReportDiagnostic(Report(UseRules.UsedAfterDispose, use.Syntax, store.Name));
            }
        }
    }

    private static void AnalyzeReturn(OperationAnalysisContext context, SyncSymbols symbols)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue?.Bare() is not IInvocationOperation call || !SyncSymbols.AreSame(call.Type, symbols.Orchestrator))
        {
            return;
        }

        foreach (var reference in call.Descendants().OfType<ILocalReferenceOperation>())
        {
            if (reference.Local.IsUsing && symbols.IsDatabase(reference.Type))
            {
                context.ReportDiagnostic(Report(UseRules.UsedAfterDispose, reference.Syntax, reference.Local.Name));
            }
        }
    }

    private static ISymbol? Disposed(IOperation statement, SyncSymbols symbols) =>
        statement is IExpressionStatementOperation { Operation: IAwaitOperation { Operation: var awaited } }
        && awaited.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(c => c.TargetMethod.Name == "DisposeAsync") is { Instance: { } instance }
        && symbols.IsDatabase(instance.Bare().Type)
            ? instance.Variable() is ILocalSymbol or IParameterSymbol ? instance.Variable() : null
            : null;

    private static IOperation? FirstUse(IEnumerable<IOperation> statements, ISymbol store, SyncSymbols symbols)
    {
        foreach (var operation in statements.SelectMany(s => s.DescendantsAndSelf()))
        {
            switch (operation)
            {
                // With a new value, or behind a label that a loop of jumps may reach first, it is another story.
                case IAssignmentOperation assignment when SyncSymbols.AreSame(assignment.Target.Variable(), store):
                case ILabeledOperation:
                    return null;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when SyncSymbols.AreSame(argument.Value.Variable(), store):
                    return null;
                case IInvocationOperation { Instance: { } instance } call when SyncSymbols.AreSame(instance.Variable(), store) && call.TargetMethod.Name != "DisposeAsync" && call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal):
                    return instance;
                case IInvocationOperation call when SyncSymbols.AreSame(call.TargetMethod.ContainingType, symbols.Orchestrator):
                    if (Stores(call).FirstOrDefault(s => SyncSymbols.AreSame(s.Variable(), store)) is { } given)
                    {
                        return given;
                    }

                    break;
            }
        }

        return null;
    }

    private static IEnumerable<IOperation> Stores(IInvocationOperation call) => call.Arguments.SelectMany(a => a.Value.Items().Append(a.Value));
}
