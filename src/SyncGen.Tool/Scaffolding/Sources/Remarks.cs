namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Sentences about what tables have that no document says.</summary>
internal static class Remarks
{
    public static string Trigger(string name) =>
        $"It has the trigger '{name}', which other stores do not have. What it writes is synchronised; see whether it should also run for rows that a session writes.";

    public static string Exclusion(string name) =>
        $"It has the exclusion constraint '{name}': rows of other stores that it refuses wait in quarantine.";

    public static string RowSecurity =>
        "It has row security: rows that the login of a session does not see count as deleted. Use one that sees all.";

    public static string CodePage(IEnumerable<string> columns) =>
        $"Text in {string.Join(", ", columns)} loses characters that its code page does not have: nvarchar keeps all.";
}
