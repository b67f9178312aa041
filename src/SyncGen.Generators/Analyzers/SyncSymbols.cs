using Microsoft.CodeAnalysis;
using SyncGen.Generators.Extraction;

namespace SyncGen.Generators.Analyzers;

/// <summary>The types of SyncGen that a project sees; those of packages that it does not reference are null.</summary>
internal sealed class SyncSymbols
{
    private readonly INamedTypeSymbol? _relational;

    private SyncSymbols(Compilation compilation, INamedTypeSymbol orchestrator, INamedTypeSymbol provider)
    {
        Orchestrator = orchestrator;
        Provider = provider;
        _relational = compilation.GetTypeByMetadataName("SyncGen.Relational.RelationalProvider");
        Role = compilation.GetTypeByMetadataName("SyncGen.SyncRole");
        Endpoints = compilation.GetTypeByMetadataName("SyncGen.AspNetCore.SyncEndpointRouteBuilderExtensions");
        ServiceOptions = compilation.GetTypeByMetadataName("SyncGen.AspNetCore.SyncServiceOptions");
    }

    public INamedTypeSymbol Orchestrator { get; }

    public INamedTypeSymbol Provider { get; }

    public INamedTypeSymbol? Role { get; }

    public INamedTypeSymbol? Endpoints { get; }

    public INamedTypeSymbol? ServiceOptions { get; }

    /// <summary>The types; null in a project without SyncGen.</summary>
    public static SyncSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("SyncGen.SyncOrchestrator") is { } orchestrator
        && compilation.GetTypeByMetadataName("SyncGen.Providers.SyncProvider") is { } provider
            ? new SyncSymbols(compilation, orchestrator, provider)
            : null;

    public static bool AreSame(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right?.OriginalDefinition);

    public bool IsProvider(ITypeSymbol? type) => Derives(type, Provider);

    /// <summary>Whether the store is a database: disposed of, it refuses to be used.</summary>
    public bool IsDatabase(ITypeSymbol? type) => _relational is not null && Derives(type, _relational);

    /// <summary>Whether the method maps a scope to an address: the library's, or a scope's own, which is generated.</summary>
    public bool MapsScope(IMethodSymbol method) =>
        Endpoints is not null
        && method.IsExtensionMethod
        && (AreSame(method.ContainingType, Endpoints)
            || (method.Name.StartsWith("Map", StringComparison.Ordinal) && method.ContainingType.Name.EndsWith(Endpoints.Name.Substring("Sync".Length), StringComparison.Ordinal) && IsGenerated(method.ContainingType)));

    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Any(a => SymbolNames.AttributeName(a) == "System.CodeDom.Compiler.GeneratedCodeAttribute" && AttributeArguments.At<string>(a, 0) == "SyncGen");

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol from)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (AreSame(level, from))
            {
                return true;
            }
        }

        return false;
    }
}
