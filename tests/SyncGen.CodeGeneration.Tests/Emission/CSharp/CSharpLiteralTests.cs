using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Emission.CSharp;

/// <summary>A literal means what went in, whatever that was.</summary>
public sealed class CSharpLiteralTests
{
    [Fact]
    public void Literals_of_hostile_text_mean_the_text()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => HostileNames.Random(random)));

            Assert.Equal(text, Value(CSharpLiteral.Quote(text)));
            Assert.Equal(text, Value(CSharpLiteral.Raw(text, random.Next(0, 20))));
        }
    }

    [Fact]
    public void Literals_of_any_character_mean_the_character()
    {
        const int Step = 64;
        for (var c = 0; c < char.MaxValue; c += Step)
        {
            var text = string.Concat(Enumerable.Range(c, Step).Select(u => $"a{(char)u}b"));

            Assert.Equal(text, Value(CSharpLiteral.Quote(text)));
            Assert.Equal(text, Value(CSharpLiteral.Raw(text, 4)));
        }
    }

    [Fact]
    public void Raw_literal_is_fenced_by_more_quotes_than_it_holds() =>
        Assert.Equal("\"\"\"\"\n  a\"\"\"b\n  \"\"\"\"", CSharpLiteral.Raw("a\"\"\"b", 2));

    [Fact]
    public void Empty_line_gets_no_blanks() => Assert.Equal("\"\"\"\n  a\n\n  b\n  \"\"\"", CSharpLiteral.Raw("a\n\nb", 2));

    private static string Value(string literal)
    {
        var expression = SyntaxFactory.ParseExpression(literal, options: new CSharpParseOptions(LanguageVersion.CSharp12));
        Assert.DoesNotContain(expression.GetDiagnostics(), d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return Assert.IsType<LiteralExpressionSyntax>(expression).Token.ValueText;
    }
}
