using System.Data.Common;
using System.Diagnostics;

namespace SyncGen.Testing.Servers;

/// <summary>Starts a database server and waits until it takes connections.</summary>
internal static class ServerStart
{
    /// <summary>The administrator of every server that the tests start.</summary>
    public const string User = "sync";

    private const int AttemptsMax = 3;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts a server.</summary>
    /// <param name="recipe">How.</param>
    /// <param name="connection">Makes a connection to it that belongs to no pool.</param>
    /// <exception cref="InvalidOperationException">It ended, or took no connection within 90 seconds; the message holds the end of its log.</exception>
    public static async Task<ServerProcess> RunAsync(ServerRecipe recipe, Func<ServerProcess, DbConnection> connection)
    {
        for (var attempt = 1; ; attempt++)
        {
            var process = await ServerProcess.StartAsync(recipe);
            var refusal = await WaitAsync(process, () => connection(process));
            if (refusal is null)
            {
                return process;
            }

            var hasEnded = process.HasEnded;
            await process.DisposeAsync();
            // Another process may have taken the port that was free a moment ago.
            if (!hasEnded || attempt == AttemptsMax)
            {
                throw new InvalidOperationException($"{recipe.Server} took no connection on port {process.Port}:\n{await process.LogAsync()}", refusal);
            }
        }
    }

    /// <summary>Waits until a server takes connections; answers the last refusal where it ended, or took none within 90 seconds.</summary>
    public static async Task<DbException?> WaitAsync(ServerProcess process, Func<DbConnection> connection)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var open = connection();
                await open.OpenAsync();
                return null;
            }
            catch (DbException refusal) when (process.HasEnded || watch.Elapsed > s_timeout)
            {
                return refusal;
            }
            catch (DbException)
            {
                await Task.Delay(s_pause);
            }
        }
    }
}
