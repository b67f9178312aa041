using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SyncGen.Generators.Extraction;

namespace SyncGen.Generators.Analyzers;

/// <summary>Where a store comes from, if that is plain to see: the call of a scope's method.</summary>
/// <param name="Scope">The scope's class.</param>
/// <param name="IsLeaf">Whether it is opened as a leaf; null where that cannot be seen.</param>
internal sealed record StoreOrigin(INamedTypeSymbol Scope, bool? IsLeaf)
{
    private const int Leaf = 2;

    public static StoreOrigin? Of(IOperation store, SyncSymbols symbols) => store.Bare() switch
    {
        IInvocationOperation call => OfCall(call, symbols),
        ILocalReferenceOperation local => OfLocal(local, symbols),
        _ => null,
    };

    // A local that nothing assigns after its declaration.
    private static StoreOrigin? OfLocal(ILocalReferenceOperation reference, SyncSymbols symbols)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? initial = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
            {
                initial = declarator.GetVariableInitializer()?.Value.Bare();
            }
            else if (Writes(operation, reference.Local))
            {
                return null;
            }
        }

        return initial is IInvocationOperation call ? OfCall(call, symbols) : null;
    }

    private static bool Writes(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation assignment => IsLocal(assignment.Target, local) || assignment.Target.Descendants().Any(d => IsLocal(d, local)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => IsLocal(argument.Value, local),
        _ => false,
    };

    private static bool IsLocal(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static StoreOrigin? OfCall(IInvocationOperation call, SyncSymbols symbols)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || !symbols.IsProvider(method.ReturnType) || !IsScope(method.ContainingType))
        {
            return null;
        }

        var role = call.Arguments.FirstOrDefault(a => SyncSymbols.AreSame(a.Parameter?.Type, symbols.Role))?.Value.ConstantValue;
        return new StoreOrigin(method.ContainingType, role is { HasValue: true, Value: int value } ? value == Leaf : null);
    }

    // Also one that the generator has made: nothing else has a method for a store and describes itself.
    private static bool IsScope(INamedTypeSymbol type) =>
        type.GetAttributes().Any(a => SymbolNames.AttributeName(a) == AttributeNames.Scope)
        || type.GetMembers("Definition").OfType<IPropertySymbol>().Any(p => p.IsStatic && p.Type.ToDisplayString() == "SyncGen.Model.SyncScope");
}
