using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Generators.Extraction;

namespace SyncGen.Generators.Analyzers;

/// <summary>Finds hooks for rows that the scope which is served does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HookRowsAnalyzer : SyncAnalyzer
{
    public HookRowsAnalyzer() : base(UseRules.HooksOutsideScope)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols)
    {
        if (symbols.ServiceOptions is not null)
        {
            context.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, SyncSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "UseRowHooks", TypeArguments: [var row, _] } method
            || !SyncSymbols.AreSame(method.ContainingType, symbols.ServiceOptions)
            || ServedScope(call, symbols) is not { } scope
            || Entities(scope) is not { Count: > 0 } entities
            || entities.Contains(row, SymbolEqualityComparer.Default))
        {
            return;
        }

        context.ReportDiagnostic(Report(UseRules.HooksOutsideScope, Place(call.Syntax), scope.Name, row.Name));
    }

    // The options are set in a lambda, which is an argument of the call that maps the scope; or so it is plain to see.
    private static INamedTypeSymbol? ServedScope(IInvocationOperation call, SyncSymbols symbols)
    {
        IOperation? lambda = call;
        while (lambda is not (null or IAnonymousFunctionOperation))
        {
            lambda = lambda.Parent;
        }

        return lambda?.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var map } } && symbols.MapsScope(map)
            ? map.ContainingNamespace.GetTypeMembers(map.Name.Substring("Map".Length)).FirstOrDefault(t => t.Arity == 0)
            : null;
    }

    private static List<ITypeSymbol> Entities(INamedTypeSymbol scope) =>
        scope.GetAttributes().FirstOrDefault(a => SymbolNames.AttributeName(a) == AttributeNames.Scope)?.ConstructorArguments is [_, { Kind: TypedConstantKind.Array } types]
            ? [.. types.Values.Select(v => v.Value).OfType<ITypeSymbol>()]
            : [];

    private static SyntaxNode Place(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var row, _] } } } ? row : call;
}
