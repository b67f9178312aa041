namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Which names a table or column can have. All others work: they come quoted.</summary>
internal static class DatabaseName
{
    public static bool IsUsable(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '\0')
            {
                return false;
            }

            if (char.IsSurrogate(name[i]))
            {
                if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    public static bool IsUsableForTable(string name) =>
        IsUsable(name)
        && !name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("syncgen_", StringComparison.OrdinalIgnoreCase);
}
