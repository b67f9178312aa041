using System.Globalization;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The methods that convert a table's enums to names and back.</summary>
internal sealed class EnumCode
{
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    public EnumCode(TableModel table)
    {
        var enums = table.Columns.Select(c => c.Enum).OfType<EnumType>().GroupBy(e => e.FullName, StringComparer.Ordinal).Select(g => g.First()).ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in enums)
        {
            var stem = type.Name;
            for (var n = 2; !taken.Add(stem); n++)
            {
                stem = type.Name + n.ToString(CultureInfo.InvariantCulture);
            }

            _stems.Add(type.FullName, stem);
        }

        Views = enums.Select(View).ToEquatableArray();
    }

    public EquatableArray<EnumView> Views { get; }

    /// <summary>What the methods of a column's enum are named after; null if it has none.</summary>
    public string? StemOf(ColumnModel column) => column.Enum is null ? null : _stems[column.Enum.FullName];

    private EnumView View(EnumType type) => new(
        _stems[type.FullName],
        type.FullName,
        // Of members with the same number the first gives the name; all are understood.
        type.Members.GroupBy(m => m.Number, StringComparer.Ordinal).Select(g => Member(type, g.First())).ToEquatableArray(),
        type.Members.Select(m => Member(type, m)).ToEquatableArray());

    private static EnumMemberView Member(EnumType type, EnumMember member) =>
        new($"{type.FullName}.{CSharpIdentifier.Escape(member.Name)}", CSharpLiteral.Quote(member.Name));
}
