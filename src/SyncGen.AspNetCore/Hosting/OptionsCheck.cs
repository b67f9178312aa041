using SyncGen.Model;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Finds options that cannot be.</summary>
internal static class OptionsCheck
{
    public static void Run(SyncServiceOptions options, SyncScope scope)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchBytesMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SessionsMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueryLengthMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SessionTimeout, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(options.Limits);
        ArgumentNullException.ThrowIfNull(options.User);
        ArgumentNullException.ThrowIfNull(options.AdmitsPeer);
        foreach (var name in options.Parameters.Keys)
        {
            if (!scope.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"The scope {scope.Name} has no filter parameter {name}. It has: {string.Join(", ", scope.Parameters.Select(parameter => parameter.Name))}.");
            }
        }

        foreach (var row in options.Hooks.Rows.Keys)
        {
            if (!scope.Tables.Any(table => table.RowType == row))
            {
                throw new ArgumentException($"The scope {scope.Name} has no rows of {row.Name}, and hooks for them would never be called. It has: {string.Join(", ", scope.Tables.Select(table => table.RowType.Name))}.");
            }
        }
    }
}
