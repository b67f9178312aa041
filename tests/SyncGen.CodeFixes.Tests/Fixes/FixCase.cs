using SyncGen.Generators.Tests.Compiling;
using SyncGen.Testing;

namespace SyncGen.CodeFixes.Tests.Fixes;

/// <summary>Code with a fault, and as it is after the fix. Set SYNCGEN_UPDATE_GOLDEN=1 to approve what comes out now.</summary>
/// <param name="Name">Its name, which begins with the rule's id.</param>
internal sealed record FixCase(string Name)
{
    private const string InputEnd = ".input.cs";
    private const string FixedEnd = ".fixed.cs";
    private const string AllFixedEnd = ".allfixed.cs";
    private const string UpdateVariable = "SYNCGEN_UPDATE_GOLDEN";

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.CodeFixes.Tests", "Golden");

    public static IEnumerable<string> Names => Directory.GetFiles(s_folder, "*" + InputEnd).Select(p => Path.GetFileName(p)[..^InputEnd.Length]).Order(StringComparer.Ordinal);

    /// <summary>Files that belong to no case.</summary>
    public static IEnumerable<string> Orphans => Directory.GetFiles(s_folder).Select(p => Path.GetFileName(p)).Where(file => !Names.Any(name => file == name + InputEnd || file == name + FixedEnd || file == name + AllFixedEnd));

    public string Id => Name.Split('.')[0];

    public TestProject Project => new()
    {
        Files = new Dictionary<string, string>
        {
            ["Code.cs"] = Read(InputEnd),
            [Id == "SYNC0901" ? "Service.cs" : "EntityFramework.cs"] = Id == "SYNC0901" ? StandIns.Service : StandIns.EntityFramework,
        },
    };

    /// <summary>Fails unless the code is as approved after the first finding was put right.</summary>
    public void CheckFixed(string actual) => Check(FixedEnd, actual);

    /// <summary>Fails unless the code is as approved after all findings of the rule were put right. Most cases have but one.</summary>
    public void CheckAllFixed(string actual)
    {
        var isOwn = UpdateVariableIsSet ? actual != Read(FixedEnd) : File.Exists(PathOf(AllFixedEnd));
        Check(isOwn ? AllFixedEnd : FixedEnd, actual);
    }

    private static bool UpdateVariableIsSet => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    private void Check(string end, string actual)
    {
        if (UpdateVariableIsSet)
        {
            File.WriteAllText(PathOf(end), actual);
        }

        Assert.Equal(Read(end), actual);
    }

    private string PathOf(string end) => Path.Combine(s_folder, Name + end);

    private string Read(string end) => File.ReadAllText(PathOf(end)).ReplaceLineEndings("\n");
}
