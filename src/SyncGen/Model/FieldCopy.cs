namespace SyncGen.Model;

/// <summary>Takes a value from a reader to a writer, as what it is.</summary>
internal static class FieldCopy
{
    /// <summary>Copies a value that is not null.</summary>
    public static void Run(RowReader from, int ordinal, SyncType type, RowWriter target, int at)
    {
        switch (type)
        {
            case SyncType.Boolean:
                target.SetBoolean(at, from.GetBoolean(ordinal));
                break;
            case SyncType.Single:
                target.SetSingle(at, from.GetSingle(ordinal));
                break;
            case SyncType.Double:
                target.SetDouble(at, from.GetDouble(ordinal));
                break;
            case SyncType.Decimal:
                target.SetDecimal(at, from.GetDecimal(ordinal));
                break;
            case SyncType.String:
                target.SetString(at, from.GetString(ordinal));
                break;
            case SyncType.Char:
                target.SetChar(at, from.GetChar(ordinal));
                break;
            case SyncType.Guid:
                target.SetGuid(at, from.GetGuid(ordinal));
                break;
            case SyncType.Binary:
                target.SetBinary(at, from.GetBinary(ordinal));
                break;
            case SyncType.DateTime or SyncType.DateTimeOffset or SyncType.DateOnly or SyncType.TimeOnly or SyncType.TimeSpan:
                CopyTime(from, ordinal, type, target, at);
                break;
            default:
                CopyInteger(from, ordinal, type, target, at);
                break;
        }
    }

    private static void CopyTime(RowReader from, int ordinal, SyncType type, RowWriter target, int at)
    {
        switch (type)
        {
            case SyncType.DateTime:
                target.SetDateTime(at, from.GetDateTime(ordinal));
                break;
            case SyncType.DateTimeOffset:
                target.SetDateTimeOffset(at, from.GetDateTimeOffset(ordinal));
                break;
            case SyncType.DateOnly:
                target.SetDateOnly(at, from.GetDateOnly(ordinal));
                break;
            case SyncType.TimeOnly:
                target.SetTimeOnly(at, from.GetTimeOnly(ordinal));
                break;
            default:
                target.SetTimeSpan(at, from.GetTimeSpan(ordinal));
                break;
        }
    }

    private static void CopyInteger(RowReader from, int ordinal, SyncType type, RowWriter target, int at)
    {
        switch (type)
        {
            case SyncType.Byte:
                target.SetByte(at, from.GetByte(ordinal));
                break;
            case SyncType.SByte:
                target.SetSByte(at, from.GetSByte(ordinal));
                break;
            case SyncType.Int16:
                target.SetInt16(at, from.GetInt16(ordinal));
                break;
            case SyncType.UInt16:
                target.SetUInt16(at, from.GetUInt16(ordinal));
                break;
            case SyncType.Int32:
                target.SetInt32(at, from.GetInt32(ordinal));
                break;
            case SyncType.UInt32:
                target.SetUInt32(at, from.GetUInt32(ordinal));
                break;
            case SyncType.Int64:
                target.SetInt64(at, from.GetInt64(ordinal));
                break;
            case SyncType.UInt64:
                target.SetUInt64(at, from.GetUInt64(ordinal));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of column.");
        }
    }
}
