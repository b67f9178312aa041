using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The members that a scope's class gets, whatever its tables are.</summary>
internal static class GeneratedMembers
{
    public const string Definition = "Definition";

    public const string Sqlite = "Sqlite";

    public const string Parts = "Parts";

    public static readonly string[] Names = [Definition, Sqlite, Parts];

    /// <summary>Whether a member of the user's cannot stand beside the generated ones.</summary>
    public static bool CollideWith(ScopeMember member) =>
        Names.Contains(member.Name) && !(member.Name == Sqlite && IsOtherOverload(member));

    private static bool IsOtherOverload(ScopeMember member) =>
        member.IsMethod
        && !(member.ParameterTypes.Count == 2
            && member.ParameterTypes[0] is "string"
            && member.ParameterTypes[1] is "global::SyncGen.SyncRole" or "global::SyncGen.Sqlite.SqliteProviderOptions");
}
