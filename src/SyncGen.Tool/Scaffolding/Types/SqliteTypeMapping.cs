using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What columns of SQLite become, by the words of their declared types.</summary>
internal sealed class SqliteTypeMapping : ITypeMapping
{
    // What a number's type says in parentheses holds nobody up here, so that elsewhere it would round.
    public MappedType? TypeOf(ColumnSchema column)
    {
        var type = column.Type;
        bool Has(string word) => type.Contains(word, StringComparison.Ordinal);
        return type switch
        {
            "boolean" or "bool" or "bit" => StoredType.Boolean,
            "guid" or "uuid" or "uniqueidentifier" => StoredType.Guid,
            "datetimeoffset" or "timestamptz" or "timestamp with time zone" => StoredType.DateTimeOffset,
            "date" => StoredType.DateOnly,
            "time" => StoredType.TimeOnly,
            "interval" or "timespan" => StoredType.TimeSpan,
            _ when Has("datetime") || Has("timestamp") => StoredType.DateTime,
            // Where two words are found, SQLite goes by this order: https://www.sqlite.org/datatype3.html, 3.1.
            _ when Has("int") => StoredType.Int64,
            _ when Has("char") || Has("clob") || Has("text") => Text(column),
            _ when Has("blob") || Has("binary") => new MappedType(StoredType.Binary) { MaxLength = column.Length },
            _ when Has("real") || Has("floa") || Has("doub") => StoredType.Double,
            _ when Has("decimal") || Has("numeric") || Has("money") || type is "number" => StoredType.Decimal,
            "json" or "xml" or "string" => StoredType.String,
            _ => null,
        };
    }

    private static MappedType Text(ColumnSchema column) => new(StoredType.String)
    {
        MaxLength = column.Length,
        StoreType = column.Collation is { } collation ? $"TEXT COLLATE {collation}" : null,
    };
}
