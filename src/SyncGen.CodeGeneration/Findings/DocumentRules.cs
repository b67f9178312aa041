namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC07xx: files named <c>*.sync.json</c>.</summary>
internal static class DocumentRules
{
    public static readonly Rule Syntax = new(
        "SYNC0701",
        RuleSeverity.Error,
        "File is not valid JSON",
        "The file cannot be read as JSON: {0}");

    public static readonly Rule UnknownMember = new(
        "SYNC0702",
        RuleSeverity.Error,
        "Member is not known",
        "{0} has no member '{1}': it may have {2}; correct the name, or remove it");

    public static readonly Rule WrongValue = new(
        "SYNC0703",
        RuleSeverity.Error,
        "Value is of the wrong kind",
        "{0} takes {1}: correct the value, or remove it");

    public static readonly Rule Missing = new(
        "SYNC0704",
        RuleSeverity.Error,
        "Member is missing",
        "{0} lacks '{1}': add it, as in {2}");

    public static readonly Rule BadName = new(
        "SYNC0705",
        RuleSeverity.Error,
        "Name cannot be one in C#",
        "'{0}' cannot be the name of {1}: {2}");

    public static readonly Rule Unknown = new(
        "SYNC0706",
        RuleSeverity.Error,
        "Name refers to nothing in the file",
        "There is no {0} '{1}' in this file: add it, or name another");

    public static readonly Rule ClassTwice = new(
        "SYNC0707",
        RuleSeverity.Error,
        "Class is declared twice",
        "The class '{0}' is declared by {1} as well, and names that differ in case alone count as the same: rename or remove one of the two");
}
