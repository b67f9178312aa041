using System.CommandLine;
using SyncGen.Providers;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>The options that name two stores.</summary>
internal sealed class PairOptions
{
    private const string Form = "Written as sqlite:…, postgresql:…, mysql:… or sqlserver: with a connection string, env:NAME or settings:Name behind it";

    private readonly Option<string> _from = new("--from") { Description = $"The first store. {Form}, or as the http address of a service.", HelpName = "store", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "The second store, written likewise.", HelpName = "store", Required = true };
    private readonly Option<FileInfo?> _settings = new("--settings") { Description = "The file that settings:Name is looked for in. Default: appsettings.json.", HelpName = "file" };
    private readonly Option<string?> _fromRole = RoleText.Option("--from-role", "The first store's role. Default: what it was provisioned as, else peer.");
    private readonly Option<string?> _toRole = RoleText.Option("--to-role", "The second store's role. Default: likewise.");
    private readonly Option<bool> _leaf = new("--leaf") { Description = "The first store is a leaf: the same as --from-role leaf." };

    private readonly Option<string?> _token = new("--token") { Description = "The bearer token that a service asks for: env:NAME or settings:Name.", HelpName = "name" };

    private readonly Option<string[]> _parameters = new("--parameter")
    {
        Description = "A filter parameter of the first store, which then holds a part. May be repeated, for a list's values too.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = false,
    };

    public PairOptions(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_settings);
        command.Options.Add(_fromRole);
        command.Options.Add(_toRole);
        command.Options.Add(_leaf);
        command.Options.Add(_token);
        command.Options.Add(_parameters);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_leaf) is not null && result.GetResult(_fromRole) is not null)
            {
                result.AddError("Give --leaf or --from-role, not both.");
            }
        });
    }

    /// <summary>The first store's address.</summary>
    public StoreAddress FromOf(ParseResult parsed) => StoreAddress.Parse(parsed.GetValue(_from)!, "--from") with { Token = parsed.GetValue(_token) };

    /// <summary>The second store's address.</summary>
    public StoreAddress ToOf(ParseResult parsed) => StoreAddress.Parse(parsed.GetValue(_to)!, "--to") with { Token = parsed.GetValue(_token) };

    /// <summary>Opens stores of a scope.</summary>
    public StoreOpener OpenerOf(ParseResult parsed, LoadedScope scope) => new(scope, new ConnectionStrings(new ToolEnvironment(), parsed.GetValue(_settings)));

    /// <summary>The role that is asked for the first store; null if none is.</summary>
    public SyncRole? FromRoleOf(ParseResult parsed) => parsed.GetValue(_leaf) ? SyncRole.Leaf : RoleText.Parse(parsed.GetValue(_fromRole));

    /// <summary>The role that is asked for the second store; null if none is.</summary>
    public SyncRole? ToRoleOf(ParseResult parsed) => RoleText.Parse(parsed.GetValue(_toRole));

    /// <summary>The filter parameters, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> ParametersOf(ParseResult parsed) => parsed.GetValue(_parameters) ?? [];

    /// <summary>Opens both stores; a session provisions those that are not.</summary>
    /// <exception cref="ToolException">They are one and the same, as far as that can be told from how they are named.</exception>
    public async Task<(SyncProvider From, SyncProvider To)> OpenAsync(ParseResult parsed, LoadedScope scope, CancellationToken cancellationToken)
    {
        var (opener, parameters) = (OpenerOf(parsed, scope), ParametersOf(parsed));
        var (first, second) = (FromOf(parsed), ToOf(parsed));
        if (opener.AreSame(first, second))
        {
            throw new ToolException("--from and --to name the same store. Synchronise it with another one.");
        }

        var from = await opener.OpenAsync(first, FromRoleOf(parsed), parameters, autoProvision: true, cancellationToken);
        // A hub's database holds everything; a service is asked for the part.
        return (from, await opener.OpenAsync(second, ToRoleOf(parsed), second.Service is null ? [] : parameters, autoProvision: true, cancellationToken));
    }
}
