namespace SyncGen.Testing.Servers;

/// <summary>How a database server is set up and run. The shell texts find <c>$folder</c>, <c>$port</c>, <c>$password</c> and the programs' paths as <c>$installer</c> and <c>$server_program</c>.</summary>
/// <param name="Account">The user that it runs as where the tests run as root.</param>
/// <param name="Installer">The program that makes the server's files.</param>
/// <param name="Server">The server's own program.</param>
/// <param name="Prepare">Shell text that makes the server's files.</param>
/// <param name="Serve">Shell text that becomes the server, by <c>exec</c>.</param>
/// <param name="StopSignal">The signal that ends the server at once; its files are deleted, so it need not put them in order.</param>
internal sealed record ServerRecipe(string Account, string Installer, string Server, string Prepare, string Serve, string StopSignal);
