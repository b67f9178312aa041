using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What columns of SQL Server become. Types of the application count as what they are made of.</summary>
internal sealed class SqlServerTypeMapping : ITypeMapping
{
    public MappedType? TypeOf(ColumnSchema column) => column.Type switch
    {
        "bit" => StoredType.Boolean,
        "tinyint" => StoredType.Byte,
        "smallint" => StoredType.Int16,
        "int" => StoredType.Int32,
        "bigint" => StoredType.Int64,
        "real" => StoredType.Single,
        "float" => StoredType.Double,
        "decimal" or "numeric" => NumericType.Of(column),
        "money" or "smallmoney" => StoredType.Decimal,
        "nvarchar" or "nchar" or "varchar" or "char" => new MappedType(StoredType.String) { MaxLength = column.Length },
        "datetime2" or "datetime" or "smalldatetime" => StoredType.DateTime,
        "datetimeoffset" => StoredType.DateTimeOffset,
        "date" => StoredType.DateOnly,
        "time" => StoredType.TimeOnly,
        "uniqueidentifier" => StoredType.Guid,
        "varbinary" or "binary" => new MappedType(StoredType.Binary) { MaxLength = column.Length },
        // A rowversion is the server's own count, which means nothing elsewhere.
        _ => null,
    };
}
