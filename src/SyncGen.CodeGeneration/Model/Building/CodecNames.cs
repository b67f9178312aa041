using System.Globalization;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>
/// Names the nested classes that a scope gets for its tables, so that they hide nothing that the user's part of it names.
/// The names differ in more than case: files are named after them.
/// </summary>
internal static class CodecNames
{
    public static IReadOnlyList<string> For(ScopeDeclaration scope, IReadOnlyList<EntityModel> tables)
    {
        var taken = new HashSet<string>(GeneratedMembers.Names, StringComparer.OrdinalIgnoreCase) { scope.Class.Type.UnescapedName };
        taken.UnionWith(scope.Members.Select(m => m.Name));
        taken.UnionWith(tables.Select(t => t.Type.UnescapedName));
        return [.. tables.Select(t => Free(t.Type.UnescapedName + "Table", taken))];
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var n = 2; !taken.Add(name); n++)
        {
            name = wanted + n.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
