using SyncGen.CodeFixes.Tests.Running;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.CodeFixes.Tests.Fixes;

/// <summary>Where the answer is not plain, nothing is offered.</summary>
public sealed class NoFixTests
{
    private const string Note = "[SyncEntity] public class Note { public Guid Id { get; set; } public string Text { get; set; } = \"\"; public string? More { get; set; } } ";

    [Theory]
    [InlineData("SYNC0006", "public class Note { public string Text { get; set; } = \"\"; } [SyncScope(\"s\", typeof(Note))] public partial class S;")]
    [InlineData("SYNC0006", "public struct Note { public int Id { get; set; } } [SyncScope(\"s\", typeof(Note))] public partial class S;")]
    [InlineData("SYNC0008", "[SyncEntity] public abstract class Note { public int Id { get; set; } }")]
    [InlineData("SYNC0008", "[SyncEntity] public class Note<T> { public int Id { get; set; } }")]
    [InlineData("SYNC0010", "public class Draft { public int Id { get; set; } } " + Note + "[SyncScope(\"s\", typeof(Note)), SyncTable(typeof(Draft))] public partial class S;")]
    [InlineData("SYNC0011", Note + "[SyncScope(\"s\", typeof(Note)), SyncTable(typeof(Note), Direction = SyncDirection.UploadOnly), SyncTable(typeof(Note), Direction = SyncDirection.Both)] public partial class S;")]
    [InlineData("SYNC0011", Note + "[SyncScope(\"s\", typeof(Note)), SyncTable(typeof(Note), Only = [\"Text\"]), SyncTable(typeof(Note), Except = [\"Text\"])] public partial class S;")]
    [InlineData("SYNC0101", "[SyncEntity] public class Note { public int Number { get; set; } public string Code { get; set; } = \"\"; public static int Id => 1; }")]
    [InlineData("SYNC0104", "[SyncEntity] public class Note { [Timestamp] public byte[] Id { get; set; } = []; }")]
    [InlineData("SYNC0105", "[SyncEntity, Microsoft.EntityFrameworkCore.PrimaryKey(\"Anything\")] public class Note { public int Year { get; set; } public int Id { get; set; } }")]
    [InlineData("SYNC0208", Note + "[SyncScope(\"s\", typeof(Note)), SyncTable(typeof(Note), Only = [\"Anything\"])] public partial class S;")]
    [InlineData("SYNC0203", "[SyncEntity] public class Note { public int Id { get; set; } [MaxLength(3)] public string Text => \"\"; }")]
    [InlineData("SYNC0204", "[SyncEntity] public class Note { public Note(string template) => Text = template; public int Id { get; set; } public string Text { get; set; } }")]
    [InlineData("SYNC0301", "public class Folder; [SyncEntity] public class Mark { public int Id { get; set; } public int FolderId { get; set; } public Folder? Folder { get; set; } } [SyncScope(\"s\", typeof(Mark))] public partial class S;")]
    [InlineData("SYNC0401", Note + "[SyncScope(\"s\", typeof(Note))] public partial class S { private int _count; private void OnNoteConflict(Conflict<Note> conflict, ref ConflictResolution<Note> resolution) => _count++; }")]
    [InlineData("SYNC0401", Note + "[SyncScope(\"s\", typeof(Note))] public partial class S { private static int OnNoteConflict(Conflict<Note> conflict, ref ConflictResolution<Note> resolution) => 1; }")]
    [InlineData("SYNC0401", Note + "[SyncScope(\"s\", typeof(Note))] public partial class S { public int OnNoteConflict => 1; }")]
    public async Task Nothing_is_offered(string id, string code)
    {
        var project = FixProject.Of(TestProject.Of(code));

        var finding = (await project.FindAsync()).Found.First(d => d.Id == id);

        Assert.Empty(await project.OfferedAsync(finding));
    }
}
