using System.Globalization;
using SyncGen.Model;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Finds options that cannot be, when the application starts.</summary>
internal static class OptionsCheck
{
    private const int KiB = 1 << 10;
    private const int MiB = 1 << 20;
    private const long GiB = 1 << 30;

    public static void Run(SyncServiceOptions options, SyncScope scope)
    {
        ArgumentNullException.ThrowIfNull(options.Limits);
        ArgumentNullException.ThrowIfNull(options.User);
        ArgumentNullException.ThrowIfNull(options.AdmitsPeer);
        Require(nameof(options.BatchBytesMax), options.BatchBytesMax, 1, 64 * MiB);
        Require(nameof(options.QueryLengthMax), options.QueryLengthMax, 1, 64 * KiB);
        Require(nameof(options.SessionsMax), options.SessionsMax, 1, 1000);
        Require(nameof(options.SessionTimeout), options.SessionTimeout, TimeSpan.Zero, TimeSpan.FromHours(1));
        Require(nameof(options.RequestTimeout), options.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Require(nameof(options.RequestsPerUserMax), options.RequestsPerUserMax, 1, 1000);
        Require(nameof(options.WaitingPerUserMax), options.WaitingPerUserMax, 0, 1000);
        Require(nameof(options.DiagnosticRowsMax), options.DiagnosticRowsMax, 1, 200);
        Check(options.Limits);
        if (options.PublicAddress is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
        {
            throw new ArgumentException($"{nameof(options.PublicAddress)} is '{address}': give an absolute address with http or https.");
        }

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

    private static void Check(FeedLimits limits)
    {
        const string Prefix = $"{nameof(SyncServiceOptions.Limits)}.";
        Require(Prefix + nameof(limits.BytesMax), limits.BytesMax, KiB, GiB);
        Require(Prefix + nameof(limits.EntryBytesMax), limits.EntryBytesMax, KiB, 256 * MiB);
        Require(Prefix + nameof(limits.EntriesMax), limits.EntriesMax, 1, 1_000_000);
        Require(Prefix + nameof(limits.DepthMax), limits.DepthMax, 8, 64);
        Require(Prefix + nameof(limits.TextLengthMax), limits.TextLengthMax, 1, 128 * MiB);
    }

    private static void Require<T>(string option, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}, and must lie between {least} and {most}."));
        }
    }
}
