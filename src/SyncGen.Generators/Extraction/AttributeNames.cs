namespace SyncGen.Generators.Extraction;

/// <summary>The full names of the attributes that say something to SyncGen.</summary>
internal static class AttributeNames
{
    public const string Entity = "SyncGen.SyncEntityAttribute";
    public const string Scope = "SyncGen.SyncScopeAttribute";
    public const string Table = "SyncGen.SyncTableAttribute";
    public const string Filter = "SyncGen.SyncFilterAttribute";
    public const string FormerNames = "SyncGen.SyncFormerNamesAttribute";
    public const string Enum = "SyncGen.SyncEnumAttribute";
    public const string Converter = "SyncGen.SyncConverterAttribute<TConverter>";

    public const string Key = "System.ComponentModel.DataAnnotations.KeyAttribute";
    public const string MaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    public const string StringLength = "System.ComponentModel.DataAnnotations.StringLengthAttribute";
    public const string Required = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string Timestamp = "System.ComponentModel.DataAnnotations.TimestampAttribute";
    public const string TableName = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";
    public const string Column = "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute";
    public const string NotMapped = "System.ComponentModel.DataAnnotations.Schema.NotMappedAttribute";
    public const string ForeignKey = "System.ComponentModel.DataAnnotations.Schema.ForeignKeyAttribute";
    public const string DatabaseGenerated = "System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedAttribute";

    public const string PrimaryKey = "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute";

    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
}
