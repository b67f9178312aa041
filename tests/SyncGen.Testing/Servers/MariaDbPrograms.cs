namespace SyncGen.Testing.Servers;

/// <summary>MariaDB as it is installed on this machine, and how it is run for tests.</summary>
internal static class MariaDbPrograms
{
    private static readonly string[] s_otherFolders = ["/usr/sbin", "/usr/bin", "/usr/libexec", "/usr/local/sbin", "/usr/local/bin"];
    private static readonly Version s_oldest = new(10, 6);

    private static readonly ServerRecipe? s_recipe = FindRecipe();

    /// <summary>How to run it; null where it is missing or older than 10.6.</summary>
    /// <param name="survivesCrashes">Whether it writes what is committed at once, and pages so that halves are found; only the operating system may keep it back.</param>
    public static ServerRecipe? Recipe(bool survivesCrashes) => s_recipe is null || !survivesCrashes ? s_recipe : s_recipe with { Serve = $"{s_recipe.Serve} {SurviveCrashes}" };

    /// <summary>Why there is no recipe.</summary>
    public static string? Missing =>
        s_recipe is not null ? null : ServerAccount.Missing ?? "There is no MariaDB on PATH or in " + s_otherFolders[0];

    private static ServerRecipe? FindRecipe()
    {
        if (ServerAccount.Missing is not null
            || InstalledPrograms.Find("mariadbd", s_otherFolders) is not { } server
            || InstalledPrograms.Find("mariadb-install-db", s_otherFolders) is not { } installer
            || InstalledPrograms.VersionOf(server) < s_oldest)
        {
            return null;
        }

        return new ServerRecipe("mysql", installer, server, Prepare, Serve, StopSignal: "KILL");
    }

    // Nobody gets in without the password: "socket" leaves root to the operating system's own check. The server reads one statement per line.
    private const string Prepare = $"""
        mkdir temporary &&
        "$installer" --no-defaults --datadir="$folder/data" --skip-test-db --skip-name-resolve \
          --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
          --innodb-flush-method=nosync --innodb-log-file-size=48M &&
        printf '%s\n' "CREATE USER IF NOT EXISTS {ServerStart.User}@'127.0.0.1' IDENTIFIED BY '$password';" \
          "GRANT ALL PRIVILEGES ON *.* TO {ServerStart.User}@'127.0.0.1' WITH GRANT OPTION;" >administrator.sql
        """;

    // One folder for all it writes; the socket's path is short because it starts from there. What makes a commit durable is off.
    private const string Serve = """
        exec "$server_program" --no-defaults --datadir="$folder/data" --tmpdir="$folder/temporary" --init-file="$folder/administrator.sql" \
          --port="$port" --bind-address=127.0.0.1 --socket=socket --skip-name-resolve --max-connections=500 \
          --character-set-server=utf8mb4 --local-infile=ON --skip-log-bin --performance-schema=OFF \
          --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --innodb-log-file-size=48M \
          --innodb-buffer-pool-size=64M --skip-innodb-doublewrite
        """;

    // The last of two options that contradict each other counts.
    private const string SurviveCrashes = "--innodb-flush-log-at-trx-commit=1 --innodb-doublewrite";
}
