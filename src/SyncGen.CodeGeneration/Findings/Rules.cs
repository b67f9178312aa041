using System.Reflection;

namespace SyncGen.CodeGeneration.Findings;

/// <summary>All rules.</summary>
internal static class Rules
{
    public static EquatableArray<Rule> All { get; } = Collect(
        typeof(DeclarationRules),
        typeof(KeyRules),
        typeof(ColumnRules),
        typeof(RelationRules),
        typeof(ConflictRules),
        typeof(DatabaseRules),
        typeof(OptionRules),
        typeof(TemplateRules),
        typeof(DocumentRules),
        typeof(UseRules));

    private static EquatableArray<Rule> Collect(params Type[] groups) =>
        groups
            .SelectMany(g => g.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => (Rule)f.GetValue(null))
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .ToEquatableArray();
}
