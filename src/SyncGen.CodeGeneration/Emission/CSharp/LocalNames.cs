using System.Globalization;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Names the variables that hold columns' values in generated methods.</summary>
internal static class LocalNames
{
    public static IReadOnlyList<string> For(TableModel table)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "row", "writer" };
        return [.. table.Columns.Select((c, i) => Free(c.Property, i, taken))];
    }

    private static string Free(string property, int ordinal, HashSet<string> taken)
    {
        var name = char.ToLowerInvariant(property[0]) + property.Substring(1);
        while (!taken.Add(name))
        {
            name += ordinal.ToString(CultureInfo.InvariantCulture);
        }

        return CSharpIdentifier.Escape(name);
    }
}
