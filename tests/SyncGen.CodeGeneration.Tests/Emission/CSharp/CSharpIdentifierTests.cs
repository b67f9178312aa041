using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Emission.CSharp;

namespace SyncGen.CodeGeneration.Tests.Emission.CSharp;

public sealed class CSharpIdentifierTests
{
    [Fact]
    public void Every_reserved_word_is_escaped()
    {
        foreach (var kind in SyntaxFacts.GetReservedKeywordKinds().Where(k => !SyntaxFacts.GetText(k).StartsWith('_')))
        {
            Assert.Equal("@" + SyntaxFacts.GetText(kind), CSharpIdentifier.Escape(SyntaxFacts.GetText(kind)));
        }
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("record")]
    [InlineData("value")]
    [InlineData("Class")]
    public void Nothing_else_is(string name) => Assert.Equal(name, CSharpIdentifier.Escape(name));
}
