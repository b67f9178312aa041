using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.SqlClient.Server;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;
using Kind = SyncGen.Relational.Servers.FieldKind;

namespace SyncGen.SqlServer;

/// <summary>
/// The table type of a parameter that takes the rows of a batch: a column for each of the table's, of a type that holds any value
/// which a session has for it, then those of <see cref="RelationalStage.Fields"/>. The server makes of them what the columns take. Immutable.
/// </summary>
internal sealed class SqlServerRowType
{
    private readonly SqlMetaData[] _columns;

    private SqlServerRowType(string name, string definition, SqlMetaData[] columns) => (Name, Definition, _columns) = (name, definition, columns);

    /// <summary>Its name, unquoted: it ends with a hash of the definition, so that another is made where the table's columns are others.</summary>
    public string Name { get; }

    /// <summary>Its columns.</summary>
    public string Definition { get; }

    /// <summary>The type for a table whose columns are known.</summary>
    /// <param name="names">The table's names.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns as the database has them.</param>
    public static SqlServerRowType Of(TableNames names, SyncTable table, IReadOnlyList<SqlServerColumn> columns)
    {
        var types = table.Columns.Select((column, i) => TypeOf($"c{i.ToString(CultureInfo.InvariantCulture)}", column.Type, columns.FirstOrDefault(live => live.Name == column.Name)?.Definition))
            .Concat(RelationalStage.Fields.Select(field => new SqlMetaData(field, SqlDbType.BigInt))).ToArray();
        var definition = string.Join(", ", types.Select(type => $"{type.Name} {TextOf(type)} NULL"));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(definition)))[..8].ToLowerInvariant();
        return new SqlServerRowType(names.Of("rows_" + hash), definition, types);
    }

    /// <summary>Rows as the driver sends them: one record, filled again for each.</summary>
    /// <param name="values">The values of all rows.</param>
    /// <param name="sent">The ordinals of the values that a row has.</param>
    public IEnumerable<SqlDataRecord> RecordsOf(IReadOnlyList<FieldValue> values, IReadOnlyList<int> sent)
    {
        var record = new SqlDataRecord(_columns);
        for (var i = 0; i < values.Count; i++)
        {
            Set(record, sent[i % sent.Count], values[i]);
            if (i % sent.Count == sent.Count - 1)
            {
                yield return record;
            }
        }
    }

    /// <summary>Whether the column of an ordinal holds a value.</summary>
    public bool Takes(int ordinal, in FieldValue value) => _columns[ordinal].SqlDbType switch
    {
        _ when value.IsNull => true,
        SqlDbType.Bit => value.Kind == Kind.Boolean,
        SqlDbType.BigInt => value.Kind is Kind.Integer or Kind.Interval,
        SqlDbType.Decimal => value.Kind is Kind.Integer or Kind.Number,
        SqlDbType.Float => value.Kind == Kind.Real && double.IsFinite(value.AsReal),
        SqlDbType.NVarChar => value.Kind == Kind.Text,
        SqlDbType.VarBinary => value.Kind == Kind.Binary,
        SqlDbType.UniqueIdentifier => value.Kind == Kind.Guid,
        SqlDbType.DateTime2 => value.Kind is Kind.DateTime or Kind.Moment,
        SqlDbType.DateTimeOffset => value.Kind == Kind.Moment,
        SqlDbType.Date => value.Kind == Kind.Date,
        SqlDbType.Time => value.Kind == Kind.Time || value.Kind == Kind.Interval && value.AsInterval >= TimeSpan.Zero && value.AsInterval < TimeSpan.FromDays(1),
        _ => false,
    };

    private void Set(SqlDataRecord record, int ordinal, in FieldValue value)
    {
        switch (value.Kind)
        {
            case Kind.Null:
                record.SetDBNull(ordinal);
                break;
            case Kind.Boolean:
                record.SetBoolean(ordinal, value.AsBoolean);
                break;
            case Kind.Integer when _columns[ordinal].SqlDbType == SqlDbType.Decimal:
                record.SetDecimal(ordinal, value.AsInteger);
                break;
            case Kind.Integer:
                record.SetInt64(ordinal, value.AsInteger);
                break;
            case Kind.Real:
                record.SetDouble(ordinal, value.AsReal);
                break;
            case Kind.Number:
                record.SetDecimal(ordinal, decimal.Round(value.AsNumber, Math.Min(_columns[ordinal].Scale, (byte)28)));
                break;
            case Kind.Text:
                record.SetString(ordinal, value.AsText);
                break;
            case Kind.Binary:
                record.SetBytes(ordinal, 0, value.AsBinary, 0, value.AsBinary.Length);
                break;
            case Kind.Guid:
                record.SetGuid(ordinal, value.AsGuid);
                break;
            case Kind.DateTime:
                record.SetDateTime(ordinal, value.AsDateTime);
                break;
            case Kind.Moment when _columns[ordinal].SqlDbType == SqlDbType.DateTime2:
                record.SetDateTime(ordinal, value.AsMoment.UtcDateTime);
                break;
            case Kind.Moment:
                record.SetDateTimeOffset(ordinal, value.AsMoment);
                break;
            case Kind.Date:
                record.SetDateTime(ordinal, value.AsDate.ToDateTime(TimeOnly.MinValue));
                break;
            case Kind.Time:
                record.SetTimeSpan(ordinal, value.AsTime.ToTimeSpan());
                break;
            case Kind.Interval when _columns[ordinal].SqlDbType == SqlDbType.Time:
                record.SetTimeSpan(ordinal, value.AsInterval);
                break;
            case Kind.Interval:
                record.SetInt64(ordinal, value.AsInterval.Ticks);
                break;
            default:
                throw new InvalidOperationException($"A column took a value that it does not take ({value.Kind}).");
        }
    }

    private static SqlMetaData TypeOf(string name, SyncType model, string? live) => SqlServerTypeMap.TypeOf(model, live?.Split('(')[0]) switch
    {
        SqlDbType.NVarChar => new SqlMetaData(name, SqlDbType.NVarChar, SqlMetaData.Max),
        SqlDbType.VarBinary => new SqlMetaData(name, SqlDbType.VarBinary, SqlMetaData.Max),
        SqlDbType.Decimal => new SqlMetaData(name, SqlDbType.Decimal, SqlServerTypeMap.PrecisionMax, ScaleOf(live)),
        // A number of 64 bits without a sign is more than the database's own.
        SqlDbType.BigInt when model == SyncType.UInt64 => new SqlMetaData(name, SqlDbType.Decimal, SqlServerTypeMap.PrecisionMax, 0),
        var type => new SqlMetaData(name, type),
    };

    // As many digits as the column has behind the point, decimal(38,9); where that is not known, as many as ours have.
    private static byte ScaleOf(string? live)
    {
        const byte Ours = 9;
        return live is not null && (live.StartsWith("decimal(", StringComparison.Ordinal) || live.StartsWith("numeric(", StringComparison.Ordinal))
            ? byte.Parse(live.AsSpan(live.IndexOf(',', StringComparison.Ordinal) + 1).TrimEnd(')'), CultureInfo.InvariantCulture)
            : Ours;
    }

    private static string TextOf(SqlMetaData type) => type.SqlDbType switch
    {
        SqlDbType.NVarChar => "nvarchar(max)",
        SqlDbType.VarBinary => "varbinary(max)",
        SqlDbType.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({type.Precision},{type.Scale})"),
        SqlDbType.DateTime2 => "datetime2(7)",
        SqlDbType.DateTimeOffset => "datetimeoffset(7)",
        SqlDbType.Time => "time(7)",
        _ => type.SqlDbType.ToString().ToLowerInvariant(),
    };
}
