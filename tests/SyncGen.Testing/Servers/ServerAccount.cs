namespace SyncGen.Testing.Servers;

/// <summary>The user that a database server runs as: database servers refuse to run as root, or should.</summary>
internal static class ServerAccount
{
    private const string ChangeUser = "setpriv";

    /// <summary>Why a server cannot be run here; null where it can.</summary>
    public static string? Missing { get; } =
        OperatingSystem.IsWindows() ? "Tests start database servers on Linux and macOS only"
        : Environment.IsPrivilegedProcess && InstalledPrograms.Find(ChangeUser, []) is null ? "As root, tests run database servers as another user by setpriv of util-linux, which is not there"
        : null;

    /// <summary>What to put before a command to run it as a user who is not root; nothing for who is not root.</summary>
    /// <param name="preferred">The user to take if it exists; <c>nobody</c> stands in for it.</param>
    /// <exception cref="InvalidOperationException">This is root, and neither user exists.</exception>
    public static IReadOnlyList<string> CommandPrefix(string preferred)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        // name:password:user id:group id:…
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        var account = accounts[preferred].Concat(accounts["nobody"]).FirstOrDefault()
            ?? throw new InvalidOperationException($"A database server cannot run as root, and there is neither a user {preferred} nor nobody: add one of them.");
        return [ChangeUser, $"--reuid={account[2]}", $"--regid={account[3]}", "--clear-groups"];
    }
}
