using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What columns of MySQL and MariaDB become, as their driver reads them.</summary>
internal sealed class MySqlTypeMapping : ITypeMapping
{
    public MappedType? TypeOf(ColumnSchema column)
    {
        var isUnsigned = column.Declared.Contains("unsigned", StringComparison.OrdinalIgnoreCase);
        return column.Type switch
        {
            "tinyint" when column.Declared.StartsWith("tinyint(1)", StringComparison.OrdinalIgnoreCase) => StoredType.Boolean,
            "tinyint" => isUnsigned ? StoredType.Byte : StoredType.SByte,
            "smallint" => isUnsigned ? StoredType.UInt16 : StoredType.Int16,
            "mediumint" or "int" => isUnsigned ? StoredType.UInt32 : StoredType.Int32,
            "bigint" => isUnsigned ? StoredType.UInt64 : StoredType.Int64,
            "bit" => column.Precision == 1 ? StoredType.Boolean : StoredType.UInt64,
            "year" => StoredType.Int16,
            "float" => StoredType.Single,
            "double" => StoredType.Double,
            "decimal" => NumericType.Of(column),
            // The driver takes text of this length for a GUID.
            "char" when column.Length == 36 => StoredType.Guid,
            "uuid" => StoredType.Guid,
            "char" or "varchar" or "enum" or "set" => new MappedType(StoredType.String) { MaxLength = column.Length },
            "tinytext" or "text" or "mediumtext" or "longtext" or "json" => StoredType.String,
            "datetime" => StoredType.DateTime,
            // Kept in UTC, and read so.
            "timestamp" => StoredType.DateTimeOffset,
            "date" => StoredType.DateOnly,
            // From -838 to 838 hours.
            "time" => StoredType.TimeSpan,
            "binary" or "varbinary" => new MappedType(StoredType.Binary) { MaxLength = column.Length },
            "tinyblob" or "blob" or "mediumblob" or "longblob" => StoredType.Binary,
            _ => null,
        };
    }
}
