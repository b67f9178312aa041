using SyncGen.CodeFixes.Tests.Running;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.CodeFixes.Tests.Fixes;

/// <summary>The change may be one of another file than the one with the finding.</summary>
public sealed class OtherFileTests
{
    [Fact]
    public async Task Class_of_another_file_is_marked_there()
    {
        const string Note = "namespace Notes;\n\n// A note.\npublic class Note\n{\n    public int Id { get; set; }\n}\n";
        var code = TestProject.Of("[SyncScope(\"s\", typeof(Notes.Note))] public partial class S;");
        var project = FixProject.Of(code with { Files = new Dictionary<string, string>(code.Files) { ["Note.cs"] = Note } });

        var changed = await project.ApplyAsync(Assert.Single(await project.OfferedAsync(Assert.Single((await project.FindAsync()).Found))));

        Assert.Equal("using SyncGen;\n\n" + Note.Replace("public class", "[SyncEntity]\npublic class", StringComparison.Ordinal), await changed.TextAsync("Note.cs"));
        Assert.Equal(await project.TextAsync(), await changed.TextAsync());
        Assert.Empty((await changed.FindAsync()).Found);
    }
}
