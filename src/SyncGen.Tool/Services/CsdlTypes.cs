namespace SyncGen.Tool.Services;

/// <summary>The types of the entity data model, versions 1 to 4, as those of a model.</summary>
internal static class CsdlTypes
{
    /// <summary>The name of the type in a model; null for what no column can hold.</summary>
    public static string? SyncNameOf(string type) => type switch
    {
        "Edm.Boolean" or "Edm.Byte" or "Edm.SByte" or "Edm.Int16" or "Edm.Int32" or "Edm.Int64" or "Edm.Single" or "Edm.Double" or "Edm.Decimal" or "Edm.String"
            or "Edm.DateTime" or "Edm.DateTimeOffset" or "Edm.Guid" or "Edm.Binary" => type["Edm.".Length..],
        "Edm.Time" or "Edm.Duration" => "TimeSpan",
        "Edm.Date" => "DateOnly",
        "Edm.TimeOfDay" => "TimeOnly",
        _ => null,
    };
}
