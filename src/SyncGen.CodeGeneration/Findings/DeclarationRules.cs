namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC00xx: how scopes and entities are declared.</summary>
internal static class DeclarationRules
{
    public static readonly Rule ScopeNotPartial = new(
        "SYNC0001",
        RuleSeverity.Error,
        "Scope is not partial",
        "The scope class '{0}' gets generated members: declare '{1}' as partial");

    public static readonly Rule ScopeGeneric = new(
        "SYNC0002",
        RuleSeverity.Error,
        "Scope cannot be extended",
        "The scope class '{0}' is generic, lies in a generic type, or is local to its file: make it an ordinary class");

    public static readonly Rule ScopeName = new(
        "SYNC0003",
        RuleSeverity.Error,
        "Scope name is not valid",
        "The scope name '{0}' is not valid: use a letter, then letters, digits and hyphens, at most 50 characters of a to z, A to Z, 0 to 9");

    public static readonly Rule DuplicateScopeName = new(
        "SYNC0004",
        RuleSeverity.Error,
        "Scope name is used twice",
        "The scopes '{0}' and '{1}' are both named '{2}', and names that differ in case alone are the same: give each its own name");

    public static readonly Rule EmptyScope = new(
        "SYNC0005",
        RuleSeverity.Error,
        "Scope lists no entity",
        "The scope '{0}' lists no entity class: add them to the attribute, as in [SyncScope(\"{0}\", typeof(Customer))]");

    public static readonly Rule EntityNotMarked = new(
        "SYNC0006",
        RuleSeverity.Error,
        "Class in a scope is not an entity",
        "The scope '{0}' lists '{1}', which is not marked: put [SyncEntity] on the class, or take it out of the scope");

    public static readonly Rule EntityListedTwice = new(
        "SYNC0007",
        RuleSeverity.Error,
        "Entity is listed twice",
        "The scope '{0}' lists '{1}' more than once: list it once");

    public static readonly Rule EntityShape = new(
        "SYNC0008",
        RuleSeverity.Error,
        "Type cannot be the class of rows",
        "'{0}' is {1}: an entity is an ordinary class or record class that code of its assembly can create; change it, or remove [SyncEntity]");

    public static readonly Rule EntityBase = new(
        "SYNC0009",
        RuleSeverity.Error,
        "Entity inherits from an entity",
        "The entity '{0}' inherits from the entity '{1}': move what they share to a base class without [SyncEntity], and derive both from it");

    public static readonly Rule TableNotListed = new(
        "SYNC0010",
        RuleSeverity.Error,
        "Table settings for a class that the scope does not list",
        "[SyncTable] on the scope '{0}' names '{1}', which the scope does not list: add it to [SyncScope], or remove the attribute");

    public static readonly Rule TableTwice = new(
        "SYNC0011",
        RuleSeverity.Error,
        "Table settings are given twice",
        "The scope '{0}' has more than one [SyncTable] for '{1}': put all settings into one");

    public static readonly Rule MemberCollision = new(
        "SYNC0012",
        RuleSeverity.Error,
        "Scope has a member of a generated name",
        "The name '{1}' in the scope class '{0}' is also that of a generated member: rename yours");
}
