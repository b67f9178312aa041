using System.CommandLine;
using SyncGen.Relational;
using SyncGen.Tool.Models;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>The options that name one database.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> _connection = new("--connection")
    {
        Description = "The connection string, or its name: env:NAME for an environment variable, settings:Name for one of appsettings.json.",
        HelpName = "string",
    };

    private readonly Option<string> _database = new("--database")
    {
        Description = "The kind of database: sqlite, postgresql, mysql (MariaDB too) or sqlserver.",
        HelpName = "kind",
    };

    private readonly Option<FileInfo?> _settings = new("--settings") { Description = "The file that settings:Name is looked for in. Default: appsettings.json.", HelpName = "file" };

    private readonly Option<string?> _role;

    /// <summary>Adds the options.</summary>
    /// <param name="command">The command that takes them.</param>
    /// <param name="roleDescription">What the role means to it.</param>
    /// <param name="unless">An option that takes their place; null: there is none.</param>
    public StoreOptions(Command command, string roleDescription = "peer or leaf. Default: what the store was provisioned as.", Option? unless = null)
    {
        _role = RoleText.Option("--role", roleDescription);
        command.Options.Add(_connection);
        command.Options.Add(_database);
        command.Options.Add(_settings);
        command.Options.Add(_role);
        command.Validators.Add(result =>
        {
            var isNeeded = unless is null || result.GetResult(unless) is null;
            if (isNeeded && (result.GetResult(_connection) is null || result.GetResult(_database) is null))
            {
                result.AddError("Name the database: by --database and --connection.");
            }
        });
    }

    /// <summary>Which kind of database it is.</summary>
    public Database DatabaseOf(ParseResult parsed) => Database.Find(parsed.GetValue(_database)!);

    /// <summary>The role that is asked for; null if none is.</summary>
    public SyncRole? RoleOf(ParseResult parsed) => RoleText.Parse(parsed.GetValue(_role));

    /// <summary>Opens the store. It is not provisioned by being looked at, but where it need not be that is no error.</summary>
    public Task<RelationalProvider> OpenAsync(ParseResult parsed, LoadedScope scope, CancellationToken cancellationToken, bool autoProvision = false)
    {
        var opener = new StoreOpener(scope, new ConnectionStrings(new ToolEnvironment(), parsed.GetValue(_settings)));
        var address = new StoreAddress(DatabaseOf(parsed), parsed.GetValue(_connection)!, null);
        return opener.OpenDatabaseAsync(address, RoleOf(parsed), [], autoProvision, cancellationToken);
    }
}
