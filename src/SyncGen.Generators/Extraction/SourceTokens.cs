using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Places in source files, as values.</summary>
internal static class SourceTokens
{
    public static SourceToken Of(ISymbol symbol) => symbol.Locations.FirstOrDefault(l => l.IsInSource) is { } location ? Of(location) : SourceToken.None;

    public static SourceToken Of(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is { } syntax ? Of(syntax.GetLocation()) : SourceToken.None;

    /// <summary>The place of an attribute's argument, or of the attribute where there is none such.</summary>
    public static SourceToken OfArgument(AttributeData attribute, int index, CancellationToken cancellationToken) =>
        Argument(attribute, index, cancellationToken) is { } argument ? Of(argument.GetLocation()) : Of(attribute, cancellationToken);

    /// <summary>The place of a property's type: where it is written, or where the positional parameter has it.</summary>
    public static SourceToken OfType(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax declared => Of(declared.Type.GetLocation()),
            ParameterSyntax { Type: { } type } => Of(type.GetLocation()),
            _ => Of(property),
        };

    public static SourceToken Of(Location location)
    {
        if (location.SourceTree is null)
        {
            return SourceToken.None;
        }

        var span = location.GetLineSpan();
        return new SourceToken(
            location.SourceTree.FilePath,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            span.StartLinePosition.Line,
            span.StartLinePosition.Character,
            span.EndLinePosition.Line,
            span.EndLinePosition.Character);
    }

    private static AttributeArgumentSyntax? Argument(AttributeData attribute, int index, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments } && index < arguments.Count
            ? arguments[index]
            : null;
}
