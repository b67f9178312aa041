using SyncGen.Model;
using SyncGen.Versions;

namespace SyncGen.Relational.Statements;

/// <summary>Writes and reads the runtime's own values, which may be null.</summary>
internal static class RowWriterExtensions
{
    public static void SetNullable(this RowWriter writer, int ordinal, int? value)
    {
        if (value is { } number)
        {
            writer.SetInt32(ordinal, number);
        }
        else
        {
            writer.SetNull(ordinal);
        }
    }

    public static void SetNullable(this RowWriter writer, int ordinal, string? value)
    {
        if (value is null)
        {
            writer.SetNull(ordinal);
        }
        else
        {
            writer.SetString(ordinal, value);
        }
    }

    public static void SetNullable(this RowWriter writer, int ordinal, byte[]? value)
    {
        if (value is null)
        {
            writer.SetNull(ordinal);
        }
        else
        {
            writer.SetBinary(ordinal, value);
        }
    }

    public static int? GetNullableInt32(this RowReader reader, int ordinal) =>
        reader.IsNull(ordinal) ? null : reader.GetInt32(ordinal);

    public static string? GetNullableString(this RowReader reader, int ordinal) =>
        reader.IsNull(ordinal) ? null : reader.GetString(ordinal);

    public static byte[]? GetNullableBinary(this RowReader reader, int ordinal) =>
        reader.IsNull(ordinal) ? null : reader.GetBinary(ordinal);

    /// <summary>A replica id, or null for none.</summary>
    public static void SetReplica(this RowWriter writer, int ordinal, ReplicaId replica) =>
        writer.SetNullable(ordinal, replica.IsNone ? null : replica.ToBytes());

    /// <summary>A replica id; none for null.</summary>
    public static ReplicaId GetReplica(this RowReader reader, int ordinal) =>
        reader.IsNull(ordinal) ? ReplicaId.None : ReplicaId.Read(reader.GetBinary(ordinal));
}
