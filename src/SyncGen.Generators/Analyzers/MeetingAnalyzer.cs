using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.Generators.Analyzers;

/// <summary>Finds stores that cannot meet: a store and itself, a leaf as a hub, stores of two scopes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MeetingAnalyzer : SyncAnalyzer
{
    public MeetingAnalyzer() : base(UseRules.SameStore, UseRules.TwoLeaves, UseRules.TwoScopes)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols) =>
        context.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, SyncSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SyncSymbols.AreSame(call.TargetMethod.ContainingType, symbols.Orchestrator))
        {
            return;
        }

        switch (call.TargetMethod.Name)
        {
            case "Between" when call.ArgumentOf("local") is { } local && call.ArgumentOf("remote") is { } remote:
                var (one, other) = (StoreOrigin.Of(local, symbols), StoreOrigin.Of(remote, symbols));
                CheckPair(context, remote, other, local, one);
                if (one?.IsLeaf == true && other?.IsLeaf == true && !AreSame(local, remote))
                {
                    context.ReportDiagnostic(Report(UseRules.TwoLeaves, remote.Syntax, remote.Syntax.ToString()));
                }

                break;
            case "Around" when call.ArgumentOf("hub") is { } hub:
                CheckGroup(context, symbols, hub, call.ArgumentOf("members").Items());
                break;
        }
    }

    private static void CheckGroup(OperationAnalysisContext context, SyncSymbols symbols, IOperation hub, IReadOnlyList<IOperation> members)
    {
        var origin = StoreOrigin.Of(hub, symbols);
        if (origin?.IsLeaf == true)
        {
            context.ReportDiagnostic(Report(UseRules.TwoLeaves, hub.Syntax, hub.Syntax.ToString()));
        }

        for (var i = 0; i < members.Count; i++)
        {
            CheckPair(context, members[i], StoreOrigin.Of(members[i], symbols), hub, origin);
            if (members.Take(i).Any(earlier => AreSame(earlier, members[i])))
            {
                context.ReportDiagnostic(Report(UseRules.SameStore, members[i].Syntax, members[i].Syntax.ToString()));
            }
        }
    }

    private static void CheckPair(OperationAnalysisContext context, IOperation store, StoreOrigin? origin, IOperation partner, StoreOrigin? partnerOrigin)
    {
        if (AreSame(store, partner))
        {
            context.ReportDiagnostic(Report(UseRules.SameStore, store.Syntax, store.Syntax.ToString()));
        }
        else if (origin is not null && partnerOrigin is not null && !SyncSymbols.AreSame(origin.Scope, partnerOrigin.Scope))
        {
            context.ReportDiagnostic(Report(UseRules.TwoScopes, store.Syntax, store.Syntax.ToString(), origin.Scope.Name, partnerOrigin.Scope.Name));
        }
    }

    private static bool AreSame(IOperation left, IOperation right) => SyncSymbols.AreSame(left.Variable(), right.Variable());
}
