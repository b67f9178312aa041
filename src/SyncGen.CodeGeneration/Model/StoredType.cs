namespace SyncGen.CodeGeneration.Model;

/// <summary>The types that a column can have; the names are those of the runtime's <c>SyncType</c>.</summary>
internal enum StoredType
{
    Boolean,
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    String,
    Char,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Binary,
}
