using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>Which types a database's provider reads and writes, and as what.</summary>
internal interface ITypeMapping
{
    /// <summary>The type for a column; null if none carries its values.</summary>
    MappedType? TypeOf(ColumnSchema column);
}
