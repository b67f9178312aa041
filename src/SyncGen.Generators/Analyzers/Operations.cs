using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SyncGen.Generators.Analyzers;

/// <summary>What analyzers ask of the compiler's operations.</summary>
internal static class Operations
{
    /// <summary>The operation without the conversions around it.</summary>
    public static IOperation Bare(this IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand.Bare() : operation;

    /// <summary>The variable that the operation reads, where each reading gives the same object while nobody assigns it: a local, a parameter, a field of this object or of a type.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    /// <summary>The argument of a parameter, by its name.</summary>
    public static IOperation? ArgumentOf(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    /// <summary>The items, where the operation makes a list of known items.</summary>
    public static IReadOnlyList<IOperation> Items(this IOperation? operation) => operation?.Bare() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => [.. collection.Elements.Where(e => e is not ISpreadOperation)],
        _ => [],
    };

    /// <summary>The method, local function or lambda that the operation lies in.</summary>
    public static IMethodSymbol? Function(this IOperation operation, ISymbol containing)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return containing as IMethodSymbol;
    }
}
