using System.Globalization;
using SyncGen.Model;

namespace SyncGen.Relational.Tests.Filters;

/// <summary>SQL as the base class writes it, in words that SQLite reads.</summary>
internal sealed class PlainDialect : RelationalDialect
{
    public override string Quote(string name) => $"\"{name}\"";

    public override string Parameter(int ordinal) => "?" + (ordinal + 1).ToString(CultureInfo.InvariantCulture);

    public override string QualifiedName(string? schema, string table) => Quote(table);

    public override string FoldPeer(SyncTable table, TableNames names) => "";

    public override string FoldLeaf(SyncTable table, TableNames names) => "";

    public override string Bare(string column) => "+" + column;
}
