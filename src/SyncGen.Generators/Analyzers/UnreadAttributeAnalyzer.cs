using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Generators.Extraction;

namespace SyncGen.Generators.Analyzers;

/// <summary>Finds attributes of SyncGen where nothing reads them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnreadAttributeAnalyzer : SyncAnalyzer
{
    private static readonly string[] s_ofProperties = [AttributeNames.Filter, AttributeNames.Enum, AttributeNames.Converter];

    public UnreadAttributeAnalyzer() : base(UseRules.UnreadAttribute)
    {
    }

    protected override void Register(CompilationStartAnalysisContext context, SyncSymbols symbols)
    {
        var bases = new Lazy<HashSet<ISymbol>>(() => BasesOfEntities(context.Compilation));
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSymbolAction(symbol => AnalyzeProperty(symbol, bases), SymbolKind.Property);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var attributes = context.Symbol.GetAttributes();
        if (attributes.Any(a => SymbolNames.AttributeName(a) == AttributeNames.Scope))
        {
            return;
        }

        foreach (var attribute in attributes.Where(a => SymbolNames.AttributeName(a) == AttributeNames.Table))
        {
            Report(context, attribute, "SyncTable", "the class is no scope", "mark it with [SyncScope], or move the attribute to the scope's class");
        }
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, Lazy<HashSet<ISymbol>> bases)
    {
        foreach (var attribute in context.Symbol.GetAttributes().Where(a => s_ofProperties.Contains(SymbolNames.AttributeName(a))))
        {
            if (Obstacle((IPropertySymbol)context.Symbol, bases) is var (reason, remedy))
            {
                Report(context, attribute, attribute.AttributeClass!.Name.Replace("Attribute", ""), reason, remedy);
            }
        }
    }

    private static (string Reason, string Remedy)? Obstacle(IPropertySymbol property, Lazy<HashSet<ISymbol>> bases)
    {
        var type = property.ContainingType;
        if (property.IsStatic || property.IsIndexer || property.DeclaredAccessibility != Accessibility.Public || property.GetMethod?.DeclaredAccessibility != Accessibility.Public)
        {
            return ("only public properties of objects are columns", "make the property public, or remove the attribute");
        }

        if (property.GetAttributes().Any(a => SymbolNames.AttributeName(a) == AttributeNames.NotMapped))
        {
            return ("[NotMapped] excludes the property", "remove one of the two");
        }

        // An abstract class that others see may be the base of entities elsewhere.
        var isOpen = type.IsAbstract && !type.IsSealed && IsVisible(type);
        var isRead = PropertyTypeExtractor.IsEntity(type) || (type.TypeKind == TypeKind.Class && (isOpen || bases.Value.Contains(type.OriginalDefinition)));
        return isRead ? null : ("its class is no entity, nor the base of one", "mark the class with [SyncEntity], or remove the attribute");
    }

    private static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && (type.ContainingType is null || IsVisible(type.ContainingType));

    private static void Report(SymbolAnalysisContext context, AttributeData attribute, string name, string reason, string remedy)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax)
        {
            context.ReportDiagnostic(Report(UseRules.UnreadAttribute, syntax, name, context.Symbol.Name, reason, remedy));
        }
    }

    private static HashSet<ISymbol> BasesOfEntities(Compilation compilation)
    {
        var bases = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            foreach (var member in next.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }

            if (next is INamedTypeSymbol type && PropertyTypeExtractor.IsEntity(type))
            {
                for (var level = type.BaseType; level is not null; level = level.BaseType)
                {
                    bases.Add(level.OriginalDefinition);
                }
            }
        }

        return bases;
    }
}
