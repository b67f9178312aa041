using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What columns of PostgreSQL become, by the names in pg_type. Domains count as what they are made of.</summary>
internal sealed class PostgreSqlTypeMapping : ITypeMapping
{
    public MappedType? TypeOf(ColumnSchema column) => column.Type switch
    {
        "bool" => StoredType.Boolean,
        "int2" => StoredType.Int16,
        "int4" => StoredType.Int32,
        "int8" => StoredType.Int64,
        "float4" => StoredType.Single,
        "float8" => StoredType.Double,
        // Without a precision it is what holds a decimal here.
        "numeric" when column.Precision is null => StoredType.Decimal,
        "numeric" => NumericType.Of(column),
        "varchar" or "bpchar" => new MappedType(StoredType.String) { MaxLength = column.Length },
        "text" or "name" or "citext" or "json" or "jsonb" or "xml" or "enum" => StoredType.String,
        "timestamp" => StoredType.DateTime,
        "timestamptz" => StoredType.DateTimeOffset,
        "date" => StoredType.DateOnly,
        "time" => StoredType.TimeOnly,
        "interval" => StoredType.TimeSpan,
        "uuid" => StoredType.Guid,
        "bytea" => StoredType.Binary,
        _ => null,
    };
}
