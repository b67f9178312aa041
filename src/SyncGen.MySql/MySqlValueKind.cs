namespace SyncGen.MySql;

/// <summary>What a value is.</summary>
internal enum MySqlValueKind : byte
{
    Null,
    Boolean,
    Integer,
    Real,
    Number,
    Text,
    Binary,
    Guid,

    /// <summary>A date and a time without a zone.</summary>
    DateTime,

    /// <summary>A moment: a date and a time, with how far it was from UTC.</summary>
    Moment,

    Date,
    Time,
    Interval,

    /// <summary>Something that .NET has no value for; the text says what.</summary>
    Unreadable,
}
