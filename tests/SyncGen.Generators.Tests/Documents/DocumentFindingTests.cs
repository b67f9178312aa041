using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Documents;

/// <summary>What is wrong with a file is told at the very words that are wrong.</summary>
public sealed class DocumentFindingTests
{
    private const string Key = "\"Id\": { \"type\": \"Guid\" }";

    [Theory]
    [InlineData("SYNC0701", "[||]")]
    [InlineData("SYNC0701", "{ \"entities\": {} }[|}|]")]
    [InlineData("SYNC0701", "{ \"entities\"[| |]{} }", false)]
    [InlineData("SYNC0701", "{ \"entities\": {}, [|\"entities\"|]: {} }")]
    [InlineData("SYNC0701", "{ \"namespace\": [|App|] }")]
    [InlineData("SYNC0701", "{ \"namespace\": \"App[|\n|]\" }")]
    [InlineData("SYNC0701", "{ \"namespace\": \"\\[|x|]\" }")]
    [InlineData("SYNC0701", "{ \"namespace\": [|01|] }")]
    [InlineData("SYNC0701", "{ [|/*|] \"namespace\": \"A\" }")]
    [InlineData("SYNC0702", "{ [|\"tables\"|]: {} }")]
    [InlineData("SYNC0702", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " }, [|\"name\"|]: \"a\" } } }")]
    [InlineData("SYNC0702", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { [|\"direction\"|]: \"Both\" } } }")]
    [InlineData("SYNC0703", "[|[]|]")]
    [InlineData("SYNC0703", "{ \"entities\": [|[]|] }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": [|null|] } }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": { \"properties\": { \"Id\": { \"type\": [|\"guid\"|] } } } } }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", \"B\": { \"type\": \"String\", \"maxLength\": [|0|] } } } } }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", \"B\": { \"type\": \"String\", \"maxLength\": [|1.5|] } } } } }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", \"B\": { \"type\": \"String\", \"nullable\": [|\"yes\"|] } } } } }")]
    [InlineData("SYNC0703", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { \"entities\": { \"A\": { \"only\": [ [|1|] ] } } } } }")]
    [InlineData("SYNC0704", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", [|\"B\"|]: {} } } } }")]
    [InlineData("SYNC0704", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", [|\"B\"|]: { \"type\": \"Guid\", \"filterAnyOf\": \"x\" } } } } }")]
    [InlineData("SYNC0704", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " }, \"references\": { [|\"B\"|]: { \"entity\": \"A\" } } } } }")]
    [InlineData("SYNC0704", "{ \"entities\": { \"A\": { \"properties\": { \"X\": { \"type\": \"Guid\", \"key\": true, \"keyOrder\": 1 }, [|\"Y\"|]: { \"type\": \"Guid\", \"key\": true } } } } }")]
    [InlineData("SYNC0705", "{ \"namespace\": [|\"A..B\"|], \"entities\": {} }")]
    [InlineData("SYNC0705", "{ \"entities\": { [|\"1st\"|]: { \"properties\": { " + Key + " } } } }")]
    [InlineData("SYNC0705", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", [|\"A\"|]: { \"type\": \"Guid\" } } } } }")]
    [InlineData("SYNC0705", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", [|\"GetType\"|]: { \"type\": \"Guid\" } } } } }")]
    [InlineData("SYNC0705", "{ \"entities\": { \"A\": { \"properties\": { " + Key + ", \"P\": { \"type\": \"Guid\" } }, \"references\": { [|\"P\"|]: { \"entity\": \"A\", \"properties\": [ \"P\" ] } } } } }")]
    [InlineData("SYNC0705", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { \"class\": [|\"a b\"|] } } }")]
    [InlineData("SYNC0706", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " }, \"references\": { \"B\": { \"entity\": \"A\", \"properties\": [ [|\"X\"|] ] } } } } }")]
    [InlineData("SYNC0706", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { \"entities\": { [|\"B\"|]: {} } } } }")]
    [InlineData("SYNC0707", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { \"class\": [|\"A\"|] } } }")]
    [InlineData("SYNC0003", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { [|\"é\"|]: { \"class\": \"S\" } } }")]
    [InlineData("SYNC0005", "{ \"entities\": {}, \"scopes\": { [|\"s\"|]: {} } }")]
    [InlineData("SYNC0101", "{ \"entities\": { [|\"A\"|]: { \"properties\": { \"B\": { \"type\": \"Guid\" } } } } }")]
    [InlineData("SYNC0102", "{ \"entities\": { \"A\": { \"properties\": { \"Id\": { \"type\": [|\"Guid\"|], \"nullable\": true } } } } }")]
    [InlineData("SYNC0103", "{ \"entities\": { \"A\": { \"properties\": { \"Id\": { \"type\": [|\"Double\"|] } } } } }")]
    [InlineData("SYNC0208", "{ \"entities\": { \"A\": { \"properties\": { " + Key + " } } }, \"scopes\": { \"s\": { \"entities\": { \"A\": { \"except\": [ [|\"B\"|] ] } } } } }")]
    [InlineData("SYNC0502", "{ \"entities\": { \"A\": { \"table\": [|\"SyncGen_a\"|], \"properties\": { " + Key + " } } } }")]
    public void Finding_stands_where_the_fault_is(string id, string marked, bool isOne = true)
    {
        // A mark around nothing stands for the end of the file; one that covers a blank shows a place between words.
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var text = marked.Remove(end + 2, 2).Remove(start, 2);

        var run = GeneratorRun.Of(TestProject.OfDocument(text));

        var finding = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(id, finding.Id);
        Assert.Equal(isOne ? text[start..end] : "{", run.TextOf(finding.Location));
        Assert.True(!isOne || finding.Location.SourceSpan.Start == start);

        // A file that can be read gives its classes, so that code that names them has one error and not many.
        var isRead = !id.StartsWith("SYNC07", StringComparison.Ordinal);
        Assert.DoesNotContain(run.Files.Keys, file => !isRead || !file.EndsWith(".Entity.g.cs", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\{\d\}|''|global::", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void File_that_is_nested_too_deep_is_refused()
    {
        var run = GeneratorRun.Of(TestProject.OfDocument("{ \"entities\": " + new string('[', 100_000)));

        Assert.Equal("SYNC0701", Assert.Single(run.Result.Diagnostics).Id);
    }

    [Fact]
    public void Class_of_the_code_and_of_a_file_cannot_have_one_name()
    {
        var code = TestProject.Of("[SyncEntity] public partial class Note { public int Id { get; set; } }");
        var document = TestProject.OfDocument("{ \"entities\": { \"Note\": { \"properties\": { " + Key + " } } } }");

        var run = GeneratorRun.Of(code with { Documents = document.Documents });

        var finding = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("SYNC0707", finding.Id);
        Assert.Contains("Code.cs", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Part_of_the_class_may_be_in_the_code()
    {
        var document = TestProject.OfDocument("{ \"entities\": { \"Note\": { \"properties\": { " + Key + " } } } }");
        var code = TestProject.Of("public partial class Note { public string Shown => Id.ToString(); }");

        var run = GeneratorRun.Of(document with { Files = code.Files });

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Complaints);
    }
}
