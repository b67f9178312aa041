namespace SyncGen.Testing.Servers;

/// <summary>PostgreSQL as it is installed on this machine, and how it is run for tests.</summary>
internal static class PostgreSqlPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";
    private static readonly Version s_oldest = new(13, 0);
    private static readonly Version s_firstWithDatabasesInIcu = new(15, 0);

    private static readonly ServerRecipe? s_recipe = FindRecipe();

    /// <summary>How to run the newest version on PATH or in Debian's folders; null where there is none that will do.</summary>
    /// <param name="survivesCrashes">Whether it writes pages so that halves are found; only the operating system may keep back what is committed.</param>
    public static ServerRecipe? Recipe(bool survivesCrashes) => s_recipe is null || !survivesCrashes ? s_recipe : s_recipe with { Serve = $"{s_recipe.Serve} {SurviveCrashes}" };

    /// <summary>Why there is no recipe.</summary>
    public static string? Missing =>
        s_recipe is not null ? null : ServerAccount.Missing ?? "There is no PostgreSQL on PATH or in " + DebianFolder;

    private static ServerRecipe? FindRecipe()
    {
        if (ServerAccount.Missing is not null)
        {
            return null;
        }

        var folders = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder).Select(version => Path.Combine(version, "bin")) : [];
        return InstalledPrograms.PathFolders.Concat(folders)
            .Where(folder => InstalledPrograms.IsProgram(Path.Combine(folder, "postgres")) && InstalledPrograms.IsProgram(Path.Combine(folder, "initdb")))
            .Select(folder => (Folder: folder, Version: InstalledPrograms.VersionOf(Path.Combine(folder, "postgres"))))
            .Where(found => found.Version >= s_oldest)
            .OrderByDescending(found => found.Version)
            .Select(found => RecipeOf(found.Folder, found.Version))
            .FirstOrDefault();
    }

    private static ServerRecipe RecipeOf(string folder, Version version) => new(
        Account: "postgres",
        Installer: Path.Combine(folder, "initdb"),
        Server: Path.Combine(folder, "postgres"),
        Prepare: $"""
            printf '%s\n' "$password" >password &&
            "$installer" --pgdata="$folder/data" --username={ServerStart.User} --pwfile=password --auth=scram-sha-256 --no-sync --encoding=UTF8 {Collation(version)}
            """,
        // One folder for all it writes, and no socket, whose path might be too long. What makes a commit durable is off.
        Serve: """
            exec "$server_program" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
              -c fsync=off -c full_page_writes=off -c shared_buffers=32MB -c max_connections=500 -c dynamic_shared_memory_type=mmap
            """,
        StopSignal: "QUIT");

    // The last of two settings that contradict each other counts.
    private const string SurviveCrashes = "-c full_page_writes=on";

    /// <summary>Text sorts as people sort it, not by its bytes, as in most databases out there.</summary>
    private static string Collation(Version version) =>
        version >= s_firstWithDatabasesInIcu ? "--locale=C --locale-provider=icu --icu-locale=en-US" : "--locale=C.UTF-8";
}
