using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.Generators.Analyzers;

/// <summary>
/// Finds scopes that are served to everybody: mapped on the application itself, with conventions that say nothing about who may
/// come. Of groups, of builders that are handed around, and of projects with a fallback policy it says nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OpenServiceAnalyzer : SyncAnalyzer
{
    private const string Application = "Microsoft.AspNetCore.Builder.WebApplication";

    public OpenServiceAnalyzer() : base(UseRules.OpenService)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols)
    {
        if (symbols.Endpoints is null)
        {
            return;
        }

        var hasFallback = new Lazy<bool>(() => HasFallbackPolicy(context.Compilation, context.CancellationToken));
        context.RegisterOperationAction(operation => Analyze(operation, symbols, hasFallback), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, SyncSymbols symbols, Lazy<bool> hasFallback)
    {
        var call = (IInvocationOperation)context.Operation;
        if (symbols.MapsScope(call.TargetMethod) && call.Arguments.Length > 0 && IsApplication(call.Arguments[0].Value.Bare()) && IsOpen(call) && !hasFallback.Value)
        {
            context.ReportDiagnostic(Report(UseRules.OpenService, Name(call.Syntax), call.TargetMethod.Name));
        }
    }

    private static bool IsApplication(IOperation receiver) =>
        receiver.Type?.ToDisplayString() == Application
        || (receiver is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } } && IsInUseEndpoints(receiver));

    private static bool IsInUseEndpoints(IOperation operation)
    {
        var lambda = operation;
        while (lambda is not (null or IAnonymousFunctionOperation))
        {
            lambda = lambda.Parent;
        }

        return lambda?.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "UseEndpoints" } };
    }

    // Follows the conventions of the framework that are chained to the call. Whatever else is done with the result may protect it.
    private static bool IsOpen(IInvocationOperation call)
    {
        for (var parent = call.Parent; ; parent = parent.Parent)
        {
            switch (parent)
            {
                case IExpressionStatementOperation:
                    return true;
                case IConversionOperation or IArgumentOperation:
                    break;
                case IInvocationOperation { TargetMethod: var convention } when IsKnown(convention):
                    if (convention.Name is "RequireAuthorization" or "AllowAnonymous" or "WithMetadata" or "Add" or "Finally")
                    {
                        return false;
                    }

                    break;
                default:
                    return false;
            }
        }
    }

    private static bool IsKnown(IMethodSymbol convention) => convention.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static SyntaxNode Name(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call;

    private static bool HasFallbackPolicy(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree =>
            tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText is "FallbackPolicy" or "SetFallbackPolicy"));
}
