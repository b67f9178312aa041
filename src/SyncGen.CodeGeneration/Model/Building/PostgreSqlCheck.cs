using System.Text;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>What PostgreSQL cannot do.</summary>
internal static class PostgreSqlCheck
{
    // A longer name would be cut without an error, and not be found again.
    private const int NameBytesMax = 63;

    // See "System Columns" in the manual: no table can declare a column of such a name.
    private static readonly string[] s_systemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    public static void Run(EntityModel entity, FindingList findings)
    {
        foreach (var name in new[] { entity.TableName, entity.Schema ?? "" }.Where(IsTooLong))
        {
            findings.Add(DatabaseRules.PostgreSqlName, entity.TableSource, entity.Type.Name, name);
        }

        // What is only read may be a system column: xmin serves as a row version.
        foreach (var column in entity.Columns.Where(c => IsTooLong(c.Name) || (!c.IsComputed && s_systemColumns.Contains(c.Name))))
        {
            findings.Add(DatabaseRules.PostgreSqlName, entity.SourceOf(column.Property), entity.Type.Name + "." + column.Property, column.Name);
        }
    }

    private static bool IsTooLong(string name) => Encoding.UTF8.GetByteCount(name) > NameBytesMax;
}
