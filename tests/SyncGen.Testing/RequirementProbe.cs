using SyncGen.Testing.Browsers;
using SyncGen.Testing.Servers;

namespace SyncGen.Testing;

/// <summary>Finds out whether this machine has what a test needs.</summary>
public static class RequirementProbe
{
    /// <summary>The variable that turns "skipped, because something is missing" into a failure; .ci/run sets it to 1.</summary>
    public const string RequireVariable = "SYNCGEN_REQUIRE_SERVERS";

    /// <summary>
    /// Whether tests run although what they need was not found, so that they fail instead of being skipped. A SQL Server is nothing that
    /// continuous integration could install: its tests are skipped there too, and listed.
    /// </summary>
    public static bool IsRequired(Requirement requirement) =>
        requirement is not (Requirement.SqlServer or Requirement.AllServers) && Environment.GetEnvironmentVariable(RequireVariable) == "1";

    /// <summary>Says what is missing and how to get it; null when the requirement is met.</summary>
    public static string? Missing(Requirement requirement) => requirement switch
    {
        Requirement.NativeToolchain => MissingNativeToolchain(),
        Requirement.Python => IsOnPath("python3") || IsOnPath("python3.exe") ? null : "Some programs that are tested are in Python: install python3.",
        Requirement.Curl => IsOnPath("curl") && IsOnPath("bash") ? null : "The commands of a document are run as they stand: install curl and bash.",
        Requirement.Chromium => ChromiumBrowser.Missing,
        Requirement.PostgreSql => PostgreSqlServer.Missing,
        Requirement.PostgreSqlPrograms => PostgreSqlServer.MissingPrograms,
        Requirement.MariaDb => MariaDbServer.Missing,
        Requirement.MariaDbPrograms => MariaDbServer.MissingPrograms,
        Requirement.SqlServer => SqlServerServer.Missing,
        Requirement.Servers => PostgreSqlServer.Missing ?? MariaDbServer.Missing,
        Requirement.ServerPrograms => PostgreSqlServer.MissingPrograms ?? MariaDbServer.MissingPrograms,
        Requirement.AllServers => SqlServerServer.Missing ?? PostgreSqlServer.Missing ?? MariaDbServer.Missing,
        _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement, "Say here how to look for it."),
    };

    private static string? MissingNativeToolchain()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "NativeAOT is tested on Linux only.";
        }

        var hasLinker = IsOnPath("clang") || IsOnPath("gcc");
        var hasZlib = File.Exists("/usr/include/zlib.h");
        return hasLinker && hasZlib ? null : "NativeAOT needs a linker and zlib's headers: install clang and zlib1g-dev.";
    }

    private static bool IsOnPath(string program) => InstalledPrograms.Find(program, []) is not null;
}
