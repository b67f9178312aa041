using System.CommandLine;

namespace SyncGen.Tool.Commands;

/// <summary>Options that take a count from 1.</summary>
internal static class CountOption
{
    /// <summary>Creates an option.</summary>
    public static Option<int> Create(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "count", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0)
            {
                return;
            }

            if (!int.TryParse(result.Tokens[0].Value, out var count) || count < 1)
            {
                result.AddError($"{name} takes a whole number from 1.");
            }
        });
        return option;
    }
}
