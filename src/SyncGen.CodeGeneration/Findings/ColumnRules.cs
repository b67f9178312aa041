namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC02xx: columns and how they map.</summary>
internal static class ColumnRules
{
    public static readonly Rule UnsupportedType = new(
        "SYNC0201",
        RuleSeverity.Error,
        "Property type cannot be stored",
        "The property '{0}.{1}' is of type '{2}', which no column holds: give it a [SyncConverter<…>], or exclude it with [NotMapped]");

    public static readonly Rule DuplicateColumn = new(
        "SYNC0202",
        RuleSeverity.Error,
        "Column name is used twice",
        "The properties '{1}' and '{2}' of '{0}' both map to the column '{3}', and databases ignore case: give one another name with [Column]");

    public static readonly Rule NotSettable = new(
        "SYNC0203",
        RuleSeverity.Error,
        "Property cannot be set",
        "The property '{0}.{1}' cannot be set when a row is read: give it a set or init accessor that the assembly can reach or a constructor parameter, "
        + "or exclude it with [NotMapped]");

    public static readonly Rule NoConstructor = new(
        "SYNC0204",
        RuleSeverity.Error,
        "No usable constructor",
        "Rows of '{0}' cannot be created: give it a constructor without parameters, or one whose parameters have the names and types of its properties");

    public static readonly Rule DuplicateTable = new(
        "SYNC0205",
        RuleSeverity.Error,
        "Table name is used twice",
        "The entities '{0}' and '{1}' of the scope '{2}' both map to the table '{3}', and databases ignore case: give one another name with [Table]");

    public static readonly Rule Converter = new(
        "SYNC0206",
        RuleSeverity.Error,
        "Converter does not fit",
        "The converter '{2}' does not fit the property '{0}.{1}': it must implement ISyncConverter<{3}, TStored> with public static methods, "
        + "where TStored is one of the column types");

    public static readonly Rule OnlyAndExcept = new(
        "SYNC0207",
        RuleSeverity.Error,
        "Only and Except are both given",
        "[SyncTable] for '{0}' has both Only and Except: keep one of them");

    public static readonly Rule UnknownProperty = new(
        "SYNC0208",
        RuleSeverity.Error,
        "Unknown property",
        "[SyncTable] for '{0}' names '{1}', which is no mapped property of it: correct the name, best with nameof");

    public static readonly Rule ExceptKey = new(
        "SYNC0209",
        RuleSeverity.Error,
        "Key is left out",
        "[SyncTable] for '{0}' leaves out '{1}', which is part of the key and always travels: remove it from Except");

    public static readonly Rule EnumSetting = new(
        "SYNC0210",
        RuleSeverity.Warning,
        "SyncEnum on a property that is no enum",
        "The property '{0}.{1}' is no enum that is stored as such, so [SyncEnum] says nothing: remove it");

    public static readonly Rule FormerName = new(
        "SYNC0211",
        RuleSeverity.Error,
        "Former name is not free",
        "'{1}' cannot be a former name of '{0}', since {2}: remove it from [SyncFormerNames], or correct it");
}
