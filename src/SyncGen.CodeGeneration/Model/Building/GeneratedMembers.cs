using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The members that a scope's class gets, whatever its tables are.</summary>
internal static class GeneratedMembers
{
    public const string Definition = "Definition";

    public const string Parts = "Parts";

    /// <summary>Only of a scope that has filter columns, but one may come any day.</summary>
    public const string Filter = "Filter";

    /// <summary>Those of all databases too: a reference to one more provider shall break no scope.</summary>
    public static readonly string[] Names = [Definition, Parts, Filter, .. DatabaseNames.All.Select(DatabaseNames.NameOf)];

    /// <summary>Whether a member of the user's cannot stand beside the generated ones.</summary>
    public static bool CollideWith(ScopeMember member) =>
        Names.Contains(member.Name)
        && !DatabaseNames.All.Any(d => member.Name == DatabaseNames.NameOf(d) && IsOtherOverload(member, "global::" + DatabaseNames.OptionsOf(d)));

    private static bool IsOtherOverload(ScopeMember member, string options) =>
        member.IsMethod
        && !(member.ParameterTypes.Count == 2
            && member.ParameterTypes[0] is "string"
            && (member.ParameterTypes[1] is "global::SyncGen.SyncRole" || member.ParameterTypes[1] == options));
}
