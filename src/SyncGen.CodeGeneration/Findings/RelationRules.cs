namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC03xx: relations.</summary>
internal static class RelationRules
{
    public static readonly Rule ParentOutsideScope = new(
        "SYNC0301",
        RuleSeverity.Warning,
        "Parent is not in the scope",
        "The scope '{0}' lists '{1}' but not '{2}', which it references: where the database enforces that foreign key, rows will be refused; list '{2}' too");

    public static readonly Rule ForeignKeyShape = new(
        "SYNC0302",
        RuleSeverity.Error,
        "Foreign key does not match the parent's key",
        "The foreign key of '{0}' to '{1}' has ({2}), while the key there has ({3}): use as many properties, of the same types, in the same order");

    public static readonly Rule UnknownForeignKey = new(
        "SYNC0303",
        RuleSeverity.Error,
        "ForeignKey names an unknown property",
        "[ForeignKey] on '{0}.{1}' names '{2}', which is neither a mapped property nor a navigation of '{0}': correct the name, best with nameof");
}
