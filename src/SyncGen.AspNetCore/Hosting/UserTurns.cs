using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Lets each user have so many requests answered at once. Thread-safe.</summary>
internal sealed class UserTurns(SyncServiceOptions options) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<string> _users = PartitionedRateLimiter.Create<string, string>(
        // Who is not signed in may be anybody: strangers do not take each other's turns.
        user => user.Length == 0 ? RateLimitPartition.GetNoLimiter(user) : RateLimitPartition.GetConcurrencyLimiter(user, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.RequestsPerUserMax,
            QueueLimit = options.WaitingPerUserMax,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }),
        StringComparer.Ordinal);

    /// <summary>Waits for a user's turn. Dispose of what comes back when the request is answered.</summary>
    /// <exception cref="ServiceException">Too many of the user's requests wait already.</exception>
    public async ValueTask<IDisposable> TakeAsync(string user, CancellationToken cancellationToken)
    {
        var turn = await _users.AcquireAsync(user, 1, cancellationToken);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        throw new ServiceException(
            StatusCodes.Status429TooManyRequests,
            $"This user has {options.RequestsPerUserMax} requests at work and {options.WaitingPerUserMax} that wait. Try again later.");
    }

    public ValueTask DisposeAsync() => _users.DisposeAsync();
}
