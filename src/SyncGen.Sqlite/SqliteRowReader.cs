using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SQLitePCL;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Reads columns. SQLite lets any column hold any value, so what does not fit its type is an error, not a zero.</summary>
internal sealed class SqliteRowReader(sqlite3_stmt statement, SyncTable? table, SqliteTypeMap map) : RowReader
{
    /// <summary>What a value that is no text or blob counts for.</summary>
    private const int ScalarBytes = 8;

    /// <summary>How many bytes of values were read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>What is wrong with the key that was read: it would be looked for in another form. Null if nothing is wrong.</summary>
    public string? OddKey { get; set; }

    public override bool IsNull(int ordinal) => TypeOf(ordinal) == raw.SQLITE_NULL;

    public override bool GetBoolean(int ordinal)
    {
        if (TypeOf(ordinal) is not (raw.SQLITE_INTEGER or raw.SQLITE_FLOAT) && bool.TryParse(GetString(ordinal), out var named))
        {
            Require(ordinal, false, "0 or 1");
            return named;
        }

        var number = Int64(ordinal);
        Require(ordinal, number is 0 or 1, "0 or 1");
        return number != 0;
    }

    public override byte GetByte(int ordinal) => Narrow<byte>(ordinal, Int64(ordinal), byte.MinValue, byte.MaxValue);

    public override sbyte GetSByte(int ordinal) => Narrow<sbyte>(ordinal, Int64(ordinal), sbyte.MinValue, sbyte.MaxValue);

    public override short GetInt16(int ordinal) => Narrow<short>(ordinal, Int64(ordinal), short.MinValue, short.MaxValue);

    public override ushort GetUInt16(int ordinal) => Narrow<ushort>(ordinal, Int64(ordinal), ushort.MinValue, ushort.MaxValue);

    public override int GetInt32(int ordinal) => Narrow<int>(ordinal, Int64(ordinal), int.MinValue, int.MaxValue);

    public override uint GetUInt32(int ordinal) => Narrow<uint>(ordinal, Int64(ordinal), uint.MinValue, uint.MaxValue);

    public override long GetInt64(int ordinal) => Int64(ordinal);

    public override ulong GetUInt64(int ordinal) => unchecked((ulong)Int64(ordinal));

    public override float GetSingle(int ordinal)
    {
        var value = GetDouble(ordinal);
        var narrow = (float)value;
        Require(ordinal, narrow == value, "a number of single precision");
        return float.IsFinite(narrow) || !double.IsFinite(value) ? narrow : throw Unreadable(ordinal, "a number of single precision");
    }

    public override double GetDouble(int ordinal)
    {
        BytesRead += ScalarBytes;
        switch (TypeOf(ordinal))
        {
            case raw.SQLITE_INTEGER or raw.SQLITE_FLOAT:
                return raw.sqlite3_column_double(statement, ordinal);
            case raw.SQLITE_TEXT when double.TryParse(Utf8(ordinal), CultureInfo.InvariantCulture, out var value):
                Require(ordinal, false, "a number");
                return value;
            default:
                throw Unreadable(ordinal, "a number");
        }
    }

    public override decimal GetDecimal(int ordinal)
    {
        BytesRead += ScalarBytes;
        switch (TypeOf(ordinal))
        {
            case raw.SQLITE_INTEGER:
                Require(ordinal, false, "text such as 1.0");
                return raw.sqlite3_column_int64(statement, ordinal);
            case raw.SQLITE_FLOAT when SqliteNumbers.TryDecimal(raw.sqlite3_column_double(statement, ordinal), out var real):
                Require(ordinal, false, "text such as 1.0");
                return real;
            case raw.SQLITE_TEXT when SqliteNumbers.TryParse(Utf8(ordinal), out var value):
                if (IsKey(ordinal))
                {
                    Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
                    RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
                }

                return value;
            default:
                throw Unreadable(ordinal, "a decimal");
        }
    }

    public override string GetString(int ordinal)
    {
        if (TypeOf(ordinal) is raw.SQLITE_NULL or raw.SQLITE_BLOB)
        {
            throw Unreadable(ordinal, "text");
        }

        Require(ordinal, TypeOf(ordinal) == raw.SQLITE_TEXT, "text");
        try
        {
            return SqliteText.Strict.GetString(Utf8(ordinal));
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable(ordinal, "text in UTF-8");
        }
    }

    public override char GetChar(int ordinal)
    {
        if (TypeOf(ordinal) == raw.SQLITE_INTEGER)
        {
            Require(ordinal, false, "text");
            return Narrow<char>(ordinal, Int64(ordinal), char.MinValue, char.MaxValue);
        }

        var text = GetString(ordinal);
        return text.Length == 1 ? text[0] : throw Unreadable(ordinal, "one character");
    }

    public override DateTime GetDateTime(int ordinal)
    {
        var value = TypeOf(ordinal) switch
        {
            raw.SQLITE_TEXT when SqliteDates.TryParseDateTime(Utf8(ordinal), out var text) => text,
            raw.SQLITE_FLOAT or raw.SQLITE_INTEGER when TryJulianDay(ordinal, out var day) => day,
            _ => throw Unreadable(ordinal, "a date and time"),
        };
        if (IsKey(ordinal))
        {
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
        }

        return value;
    }

    public override DateTimeOffset GetDateTimeOffset(int ordinal)
    {
        var value = TypeOf(ordinal) switch
        {
            raw.SQLITE_TEXT when SqliteDates.TryParseDateTimeOffset(Utf8(ordinal), out var text) => text,
            raw.SQLITE_FLOAT or raw.SQLITE_INTEGER when TryJulianDay(ordinal, out var day) => new DateTimeOffset(day, TimeSpan.Zero),
            _ => throw Unreadable(ordinal, "a date and time with offset"),
        };
        if (IsKey(ordinal))
        {
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
        }

        return value;
    }

    public override DateOnly GetDateOnly(int ordinal)
    {
        var value = TypeOf(ordinal) switch
        {
            raw.SQLITE_TEXT when SqliteDates.TryParseDateOnly(Utf8(ordinal), out var text) => text,
            raw.SQLITE_FLOAT or raw.SQLITE_INTEGER when TryJulianDay(ordinal, out var day) => DateOnly.FromDateTime(day),
            _ => throw Unreadable(ordinal, "a date"),
        };
        if (IsKey(ordinal))
        {
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
        }

        return value;
    }

    public override TimeOnly GetTimeOnly(int ordinal)
    {
        if (TypeOf(ordinal) != raw.SQLITE_TEXT || !TimeOnly.TryParse(GetString(ordinal), CultureInfo.InvariantCulture, out var value))
        {
            throw Unreadable(ordinal, "a time of day");
        }

        if (IsKey(ordinal))
        {
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
        }

        return value;
    }

    public override TimeSpan GetTimeSpan(int ordinal)
    {
        var value = TypeOf(ordinal) switch
        {
            raw.SQLITE_TEXT when SqliteDates.TryParseTimeSpan(Utf8(ordinal), out var text) => text,
            raw.SQLITE_FLOAT or raw.SQLITE_INTEGER
                when SqliteDates.TryFromDays(raw.sqlite3_column_double(statement, ordinal), out var days) => days,
            _ => throw Unreadable(ordinal, "a time span"),
        };
        if (IsKey(ordinal))
        {
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            RequireText(ordinal, text[..SqliteForms.Write(value, text)]);
        }

        return value;
    }

    public override Guid GetGuid(int ordinal)
    {
        if (TypeOf(ordinal) == raw.SQLITE_BLOB)
        {
            var bytes = raw.sqlite3_column_blob(statement, ordinal);
            BytesRead += bytes.Length;
            RequireGuid(ordinal, SqliteGuidFormat.Blob);
            return bytes.Length == 16 ? new Guid(bytes) : throw Unreadable(ordinal, "a GUID");
        }

        if (TypeOf(ordinal) == raw.SQLITE_TEXT)
        {
            var text = Utf8(ordinal);
            if (Utf8Parser.TryParse(text, out Guid value, out var used, 'D') && used == text.Length)
            {
                if (IsKey(ordinal))
                {
                    RequireGuid(ordinal, SqliteGuidForm.Of(text));
                }

                return value;
            }

            if (Guid.TryParse(Encoding.UTF8.GetString(text), out value))
            {
                Require(ordinal, false, "32 digits in five groups");
                return value;
            }
        }

        throw Unreadable(ordinal, "a GUID");
    }

    /// <summary>The form of a GUID; null if it shows none.</summary>
    public SqliteGuidFormat? GuidFormOf(int ordinal) => TypeOf(ordinal) switch
    {
        raw.SQLITE_BLOB => SqliteGuidFormat.Blob,
        raw.SQLITE_TEXT => SqliteGuidForm.Of(Utf8(ordinal)),
        _ => null,
    };

    public override byte[] GetBinary(int ordinal)
    {
        if (TypeOf(ordinal) is raw.SQLITE_BLOB or raw.SQLITE_TEXT)
        {
            Require(ordinal, TypeOf(ordinal) == raw.SQLITE_BLOB, "a blob");
            var bytes = raw.sqlite3_column_blob(statement, ordinal).ToArray();
            BytesRead += bytes.Length;
            return bytes;
        }

        throw Unreadable(ordinal, "bytes");
    }

    private int TypeOf(int ordinal) => raw.sqlite3_column_type(statement, ordinal);

    private long Int64(int ordinal)
    {
        BytesRead += ScalarBytes;
        return Integer(ordinal);
    }

    private long Integer(int ordinal)
    {
        switch (TypeOf(ordinal))
        {
            case raw.SQLITE_INTEGER:
                return raw.sqlite3_column_int64(statement, ordinal);
            case raw.SQLITE_FLOAT:
                var number = raw.sqlite3_column_double(statement, ordinal);
                // 2^63 is the first double that no longer fits.
                return Math.Floor(number) == number && number is >= -9223372036854775808.0 and < 9223372036854775808.0
                    ? (long)number
                    : throw Unreadable(ordinal, "an integer");
            case raw.SQLITE_TEXT when long.TryParse(Utf8(ordinal), CultureInfo.InvariantCulture, out var value):
                Require(ordinal, false, "an integer");
                return value;
            default:
                throw Unreadable(ordinal, "an integer");
        }
    }

    private T Narrow<T>(int ordinal, long value, long least, long greatest)
        where T : struct, System.Numerics.INumberBase<T> =>
        value >= least && value <= greatest ? T.CreateTruncating(value) : throw Unreadable(ordinal, $"an integer from {least} to {greatest}");

    private ReadOnlySpan<byte> Utf8(int ordinal)
    {
        // A number, or text of a database in UTF-16, becomes UTF-8 here; the bytes behind it are then read with their
        // length, since text may hold NUL.
        if (map.NeedsConversion || TypeOf(ordinal) != raw.SQLITE_TEXT)
        {
            raw.sqlite3_column_text(statement, ordinal);
        }

        var bytes = raw.sqlite3_column_blob(statement, ordinal);
        BytesRead += bytes.Length;
        return bytes;
    }

    private bool TryJulianDay(int ordinal, out DateTime value) =>
        SqliteDates.TryFromJulianDay(raw.sqlite3_column_double(statement, ordinal), out value);

    private bool IsKey(int ordinal) => table is not null && ordinal < table.KeyLength;

    /// <summary>A key is found only if it is stored in the one form in which it is looked for.</summary>
    private void Require(int ordinal, bool isSo, string form)
    {
        if (!isSo && IsKey(ordinal))
        {
            OddKey = $"Key column {SqliteText.ColumnName(table, ordinal)} of a row is not stored as {form}, so that the row would not be found again. Store it as the other rows' keys.";
        }
    }

    private void RequireText(int ordinal, ReadOnlySpan<byte> form) => Require(
        ordinal, TypeOf(ordinal) == raw.SQLITE_TEXT && Utf8(ordinal).SequenceEqual(form), $"'{Encoding.UTF8.GetString(form)}'");

    private void RequireGuid(int ordinal, SqliteGuidFormat? form)
    {
        if (!IsKey(ordinal) || form is not { } found)
        {
            return;
        }

        var column = map.GuidsOf(table!)[ordinal];
        if (!column.IsSeen)
        {
            column.Format = found;
            column.IsSeen = true;
        }

        Require(ordinal, column.Format == found, SqliteGuidForm.Describe(column.Format));
    }

    private SyncException Unreadable(int ordinal, string what)
    {
        var holds = TypeOf(ordinal) switch
        {
            raw.SQLITE_NULL => "NULL",
            raw.SQLITE_INTEGER => "an integer",
            raw.SQLITE_FLOAT => "a real number",
            raw.SQLITE_BLOB => "a blob",
            _ => "text",
        };
        return new SyncException(SyncErrorCode.UnreadableValue,
            $"Column {SqliteText.ColumnName(table, ordinal)} should hold {what}, but a row holds {holds} that cannot be read so. Correct the row.");
    }
}
