namespace SyncGen.CodeGeneration.Findings;

/// <summary>SYNC01xx: keys.</summary>
internal static class KeyRules
{
    public static readonly Rule NoKey = new(
        "SYNC0101",
        RuleSeverity.Error,
        "Entity has no key",
        "The entity '{0}' has no key: mark the key property with [Key], or name it 'Id' or '{1}'");

    public static readonly Rule NullableKey = new(
        "SYNC0102",
        RuleSeverity.Error,
        "Key property can be null",
        "The key property '{0}.{1}' can be null, and a key never is: declare it as '{2}'");

    public static readonly Rule KeyType = new(
        "SYNC0103",
        RuleSeverity.Error,
        "Type is not fit for a key",
        "The key property '{0}.{1}' is stored as {2}, of which one value has several forms or none that is exact: use an integer, a Guid or a string");

    public static readonly Rule ComputedKey = new(
        "SYNC0104",
        RuleSeverity.Error,
        "Key is computed",
        "The key property '{0}.{1}' is computed by the database, so that no other store could give a row the same key: use a key that is written");

    public static readonly Rule UnknownKeyProperty = new(
        "SYNC0105",
        RuleSeverity.Error,
        "Key names an unknown property",
        "The key of '{0}' names '{1}', which is no mapped property of it: correct the name, or map the property");
}
