using System.Buffers;
using System.Text;
using SQLitePCL;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Binds parameters, in the forms that Microsoft.Data.Sqlite and EF Core write, so that equal values are equal text.</summary>
internal sealed class SqliteRowWriter(sqlite3_stmt statement, SyncTable? table, SqliteTypeMap map) : RowWriter
{
    private const int StackBytes = 512;

    private readonly int _count = raw.sqlite3_bind_parameter_count(statement);
    private readonly SqliteGuidColumn[]? _guids = table is null ? null : map.GuidsOf(table);
    private readonly SqliteKeptValues? _kept = table is null ? null : SqliteKeptValues.Of(table, map);

    public override void SetNull(int ordinal)
    {
        if (ordinal < _count)
        {
            raw.sqlite3_bind_null(statement, ordinal + 1);
        }
    }

    public override void SetBoolean(int ordinal, bool value) => SetInt64(ordinal, value ? 1 : 0);

    public override void SetByte(int ordinal, byte value) => SetInt64(ordinal, value);

    public override void SetSByte(int ordinal, sbyte value) => SetInt64(ordinal, value);

    public override void SetInt16(int ordinal, short value) => SetInt64(ordinal, value);

    public override void SetUInt16(int ordinal, ushort value) => SetInt64(ordinal, value);

    public override void SetInt32(int ordinal, int value) => SetInt64(ordinal, value);

    public override void SetUInt32(int ordinal, uint value) => SetInt64(ordinal, value);

    public override void SetInt64(int ordinal, long value)
    {
        // A computed column at a row's end has no parameter: it is read, never written.
        if (ordinal < _count)
        {
            raw.sqlite3_bind_int64(statement, ordinal + 1, value);
        }
    }

    public override void SetUInt64(int ordinal, ulong value) => SetInt64(ordinal, unchecked((long)value));

    public override void SetSingle(int ordinal, float value) => SetDouble(ordinal, value);

    public override void SetDouble(int ordinal, double value)
    {
        if (double.IsNaN(value))
        {
            throw Unstorable(ordinal, "NaN, which SQLite keeps as NULL");
        }

        if (_kept?.MakesText(ordinal) == true)
        {
            // SQLite itself would write fewer digits.
            Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
            BindText(ordinal, text[..SqliteForms.Write(value, text)]);
        }
        else if (ordinal < _count)
        {
            raw.sqlite3_bind_double(statement, ordinal + 1, value);
        }
    }

    public override void SetDecimal(int ordinal, decimal value)
    {
        Require(ordinal, _kept?.WhatBecomesOf(ordinal, value));

        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetString(int ordinal, string value)
    {
        Require(ordinal, _kept?.WhatBecomesOf(ordinal, value));
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var buffer = rented ?? stackalloc byte[StackBytes];
            BindText(ordinal, buffer[..SqliteText.Strict.GetBytes(value, buffer)]);
        }
        catch (EncoderFallbackException)
        {
            throw Unstorable(ordinal, "text with half of a surrogate pair, which UTF-8 cannot hold");
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    public override void SetChar(int ordinal, char value)
    {
        Span<byte> text = stackalloc byte[4];
        if (char.IsSurrogate(value))
        {
            throw Unstorable(ordinal, "half of a surrogate pair, which UTF-8 cannot hold");
        }

        Require(ordinal, _kept?.WhatBecomesOf(ordinal, value));

        BindText(ordinal, text[..Encoding.UTF8.GetBytes([value], text)]);
    }

    public override void SetDateTime(int ordinal, DateTime value)
    {
        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetDateTimeOffset(int ordinal, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetDateOnly(int ordinal, DateOnly value)
    {
        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetTimeOnly(int ordinal, TimeOnly value)
    {
        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetTimeSpan(int ordinal, TimeSpan value)
    {
        Span<byte> text = stackalloc byte[SqliteForms.BytesMax];
        BindText(ordinal, text[..SqliteForms.Write(value, text)]);
    }

    public override void SetGuid(int ordinal, Guid value)
    {
        var format = _guids is { } guids && ordinal < guids.Length ? guids[ordinal].Format : SqliteGuidFormat.UpperText;
        Span<byte> bytes = stackalloc byte[SqliteForms.BytesMax];
        if (format == SqliteGuidFormat.Blob)
        {
            value.TryWriteBytes(bytes);
            raw.sqlite3_bind_blob(statement, ordinal + 1, bytes[..16]);
            return;
        }

        BindText(ordinal, bytes[..SqliteForms.Write(value, format == SqliteGuidFormat.UpperText, bytes)]);
    }

    public override void SetBinary(int ordinal, byte[] value)
    {
        if (ordinal < _count && value.Length == 0)
        {
            raw.sqlite3_bind_zeroblob(statement, ordinal + 1, 0);
        }
        else if (ordinal < _count)
        {
            raw.sqlite3_bind_blob(statement, ordinal + 1, value);
        }
    }

    private void BindText(int ordinal, ReadOnlySpan<byte> utf8)
    {
        if (ordinal >= _count)
        {
            return;
        }

        if (utf8.IsEmpty)
        {
            // An empty span has no address, and text without one is NULL.
            raw.sqlite3_bind_text(statement, ordinal + 1, "");
        }
        else
        {
            raw.sqlite3_bind_text(statement, ordinal + 1, utf8);
        }
    }

    private void Require(int ordinal, string? problem)
    {
        if (problem is not null)
        {
            throw Unstorable(ordinal, problem);
        }
    }

    private SyncException Unstorable(int ordinal, string what) => new(SyncErrorCode.UnstorableValue,
        $"Column {SqliteText.ColumnName(table, ordinal)} was given {what}.");
}
