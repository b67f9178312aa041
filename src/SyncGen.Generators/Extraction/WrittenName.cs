using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration.Emission.CSharp;

namespace SyncGen.Generators.Extraction;

/// <summary>A type's name as it is written, without type arguments.</summary>
/// <param name="Alias">What stands before <c>::</c>; null if nothing does.</param>
/// <param name="Parts">The identifiers between the dots.</param>
internal sealed record WrittenName(string? Alias, IReadOnlyList<string> Parts)
{
    private const string Global = "global";

    public bool IsGlobal => Alias == Global;

    public string Text => string.Join(".", Parts.Select(CSharpIdentifier.Escape));

    /// <summary>The name; null if it is no plain one.</summary>
    public static WrittenName? Of(TypeSyntax? syntax) => syntax switch
    {
        IdentifierNameSyntax name => new(null, [name.Identifier.ValueText]),
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } qualified => new(qualified.Alias.Identifier.ValueText, [name.Identifier.ValueText]),
        QualifiedNameSyntax { Right: IdentifierNameSyntax right } qualified when Of(qualified.Left) is { } left => left with { Parts = [.. left.Parts, right.Identifier.ValueText] },
        _ => null,
    };

    /// <summary>The name of the class itself that a property's type is built of: of <c>Note?</c>, <c>Note[]</c> or <c>List&lt;Note&gt;</c>, <c>Note</c>.</summary>
    public static TypeSyntax? Innermost(TypeSyntax? syntax) => syntax switch
    {
        NullableTypeSyntax nullable => Innermost(nullable.ElementType),
        ArrayTypeSyntax array => Innermost(array.ElementType),
        GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } => Innermost(argument),
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => Innermost(generic),
        AliasQualifiedNameSyntax { Name: GenericNameSyntax generic } => Innermost(generic),
        _ => syntax,
    };
}
