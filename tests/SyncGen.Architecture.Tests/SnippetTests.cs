using SyncGen.Architecture.Tests.Rules.Documents;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests;

/// <summary>The rule about snippets passes what is equal: without this, it could simply refuse all.</summary>
public sealed class SnippetTests
{
    [Fact]
    public void Equal_but_for_indentation_is_equal()
    {
        var tree = RepositoryTree.Of(
            ("README.md", "Use it:\n\n<!-- snippet: samples/A/Program.cs#use -->\n```csharp\nif (x)\n{\n    a();\n}\n\nb();\n```\n\nDone."),
            ("samples/A/Program.cs", "class A\n{\n    // snippet: use\n    if (x)\n    {\n        a();\n    }\n\n    b();\n    // end snippet\n}\n"));

        Assert.Empty(new SnippetRule().Violations(tree));
    }
}
