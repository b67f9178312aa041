using System.Globalization;
using System.Text;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>
/// A hash of what two stores must agree on to understand each other's rows: tables, columns, their types and order,
/// keys, filter parameters. FNV-1a, 64 bits, over the UTF-8 form of one line per name.
/// </summary>
internal static class Fingerprint
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static string Of(string scope, bool mayHandOn, EquatableArray<TableModel> tables)
    {
        var text = new StringBuilder();
        Append(text, "scope", scope);
        foreach (var table in tables)
        {
            Append(text, "table", table.Name, table.KeyLength.ToString(CultureInfo.InvariantCulture));
            foreach (var column in table.Columns)
            {
                Append(
                    text,
                    "column",
                    column.Name,
                    column.Stored.ToString(),
                    column.IsNullable ? "null" : "not null",
                    column.IsComputed ? "computed" : "written",
                    column.FilterParameter ?? "");
            }
        }

        AppendParts(text, mayHandOn, tables);
        var hash = OffsetBasis;
        foreach (var unit in Encoding.UTF8.GetBytes(text.ToString()))
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    // Only where there is a filter: a scope without one has the hash that it always had.
    private static void AppendParts(StringBuilder text, bool mayHandOn, EquatableArray<TableModel> tables)
    {
        foreach (var table in tables.Where(t => t.Part is not null))
        {
            Append(text, "part", table.Name, mayHandOn ? "handed on" : "kept");
            foreach (var column in table.Columns.Where(c => c.FilterParameter is not null))
            {
                Append(text, "filter", column.FilterAnyOf ?? "", column.IsFilterList ? "list" : "one");
            }

            foreach (var relation in table.Part!.Relations.Select(r => table.Relations[r]))
            {
                Append(text, "parent", [relation.ParentTable, .. relation.Columns.Select(c => table.Columns[c].Name)]);
            }
        }
    }

    private static void Append(StringBuilder text, string first, string[] others) => Append(text, [first, .. others]);

    // Lengths keep apart what a hostile name could make look alike.
    private static void Append(StringBuilder text, params string[] parts)
    {
        foreach (var part in parts)
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append(' ');
        }

        text.Append('\n');
    }
}
