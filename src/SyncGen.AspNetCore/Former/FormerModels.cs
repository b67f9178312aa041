using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Model;

namespace SyncGen.AspNetCore.Former;

/// <summary>
/// The earlier models whose clients a service has met. What clients name is looked up in the store, and kept only if it is there, so that
/// nobody fills the memory with names. Thread-safe.
/// </summary>
internal sealed class FormerModels(SyncScope scope, HubPool pool)
{
    private const int KeptMax = 64;

    // Far more than a fingerprint has: what is longer is none.
    private const int FingerprintLengthMax = 64;

    private readonly ConcurrentDictionary<string, FormerModel> _kept = new(StringComparer.Ordinal);

    /// <summary>The model that a client names; null if it is the service's own.</summary>
    /// <exception cref="ServiceException">It is neither that nor an earlier one that the store remembers, or its clients cannot be understood any more.</exception>
    public async ValueTask<FormerModel?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (string.Equals(fingerprint, scope.Fingerprint, StringComparison.Ordinal))
        {
            return null;
        }

        if (_kept.TryGetValue(fingerprint, out var kept))
        {
            return kept;
        }

        if (await DescribeAsync(fingerprint, cancellationToken) is not { } description)
        {
            throw new ServiceException(StatusCodes.Status409Conflict,
                $"The client has a model of the scope {scope.Name} that the service does not know, {Shown(fingerprint)}, and the service has model {scope.Fingerprint}. "
                + "If the client is newer, bring the service up to date; if it is older than all that the service's store remembers, bring the client up to date.");
        }

        var model = FormerModel.Of(description, scope);
        if (_kept.Count < KeptMax)
        {
            _kept.TryAdd(fingerprint, model);
        }

        return model;
    }

    /// <summary>Whether the store remembers an earlier model.</summary>
    public async ValueTask<bool> IsFormerAsync(string fingerprint, CancellationToken cancellationToken) =>
        _kept.ContainsKey(fingerprint) || await DescribeAsync(fingerprint, cancellationToken) is not null;

    private static string Shown(string fingerprint) => fingerprint.Length > FingerprintLengthMax ? fingerprint[..FingerprintLengthMax] + "…" : fingerprint;

    private async ValueTask<ScopeDescription?> DescribeAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (fingerprint.Length > FingerprintLengthMax)
        {
            return null;
        }

        await using var lease = await pool.RentAsync(cancellationToken);
        return await lease.Session.FindFormerModelAsync(fingerprint, cancellationToken);
    }
}
