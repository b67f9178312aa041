namespace SyncGen.Relational.Servers;

/// <summary>What the value of a field is.</summary>
public enum FieldKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A number of double precision.</summary>
    Real,

    /// <summary>A decimal.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A date and a time without a zone.</summary>
    DateTime,

    /// <summary>A moment: a date and a time, with how far it was from UTC.</summary>
    Moment,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Interval,

    /// <summary>Something that .NET has no value for; the text says what.</summary>
    Unreadable,
}
