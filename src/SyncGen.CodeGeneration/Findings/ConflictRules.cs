namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC04xx: conflicts and filters.</summary>
internal static class ConflictRules
{
    public static readonly Rule HookNotPartial = new(
        "SYNC0401",
        RuleSeverity.Error,
        "Conflict hook is not partial",
        "The method '{0}.{1}' has the name and parameters of a generated conflict hook: declare it as 'static partial void', so that it implements the hook");

    public static readonly Rule FilterType = new(
        "SYNC0402",
        RuleSeverity.Error,
        "Type is not fit for a filter",
        "The filter property '{0}.{1}' is stored as {2}, which cannot be compared for equality across stores: filter by an integer, a Guid, a string or a date");

    public static readonly Rule FilterParameter = new(
        "SYNC0403",
        RuleSeverity.Error,
        "Filter parameter name is not valid",
        "The filter parameter '{2}' of '{0}.{1}' is not valid: use a letter, then letters, digits and underscores, at most 50 characters of a to z, A to Z, 0 to 9");

    public static readonly Rule FilterLeftOut = new(
        "SYNC0404",
        RuleSeverity.Error,
        "Filter column is left out",
        "The scope '{0}' leaves out '{1}.{2}', by which it filters: let the property travel, or remove [SyncFilter]");

    public static readonly Rule FilterTypes = new(
        "SYNC0405",
        RuleSeverity.Error,
        "Filter parameter has two types",
        "The filter parameter '{0}' is {1} in '{2}' and {3} in '{4}': a parameter has one type in a scope, so change one of them or rename one parameter");

    public static readonly Rule FilterCycle = new(
        "SYNC0406",
        RuleSeverity.Warning,
        "Filter does not follow a cycle",
        "Rows of '{0}' may refer to rows of '{1}' that lie outside a client's part, since that foreign key closes a cycle, which filters do not follow: "
        + "where the client's database enforces it, such rows wait in quarantine; see that rows that refer to each other have the same filter values");

    public static readonly Rule FilterProperty = new(
        "SYNC0407",
        RuleSeverity.Error,
        "Filter parameter cannot be a property",
        "The filter parameter '{0}' of the scope '{1}' cannot be a property of its filter: '{2}' is taken; rename the parameter");
}
