using SyncGen.Model;

namespace SyncGen.OData.Schema;

/// <summary>The types of the entity data model, version 2, that columns travel as.</summary>
internal static class EdmTypes
{
    /// <summary>The type's name. What that version lacks travels as the least type that holds all its values.</summary>
    public static string NameOf(SyncType type) => type switch
    {
        SyncType.Boolean => "Edm.Boolean",
        SyncType.Byte => "Edm.Byte",
        SyncType.SByte => "Edm.SByte",
        SyncType.Int16 => "Edm.Int16",
        SyncType.UInt16 or SyncType.Int32 => "Edm.Int32",
        SyncType.UInt32 or SyncType.Int64 => "Edm.Int64",
        SyncType.UInt64 or SyncType.Decimal => "Edm.Decimal",
        SyncType.Single => "Edm.Single",
        SyncType.Double => "Edm.Double",
        SyncType.String or SyncType.Char => "Edm.String",
        SyncType.DateTime or SyncType.DateOnly => "Edm.DateTime",
        SyncType.DateTimeOffset => "Edm.DateTimeOffset",
        SyncType.TimeSpan or SyncType.TimeOnly => "Edm.Time",
        SyncType.Guid => "Edm.Guid",
        SyncType.Binary => "Edm.Binary",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say here as what it travels."),
    };
}
