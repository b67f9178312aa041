using SyncGen.Tool.Output;

namespace SyncGen.Tool.Groups;

/// <summary>Held by the one process that runs a group: a locked file beside the health file. However the process ends, the operating system lets go of it.</summary>
internal sealed class GroupLock : IDisposable
{
    // Who looks at the lock holds it for a moment too.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private GroupLock(FileStream file, bool isReliable) => (_file, IsReliable) = (file, isReliable);

    /// <summary>Whether others can see that it is held: not every network drive knows locks.</summary>
    public bool IsReliable { get; }

    /// <summary>Takes the lock.</summary>
    /// <param name="health">The group's health file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ToolException">Another process has it, or nobody can have it there.</exception>
    public static async Task<GroupLock> TakeAsync(FileInfo health, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                var file = new FileStream(PathOf(health), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return new GroupLock(file, IsHeld(health) == true);
            }
            catch (IOException) when (IsHeld(health) == true)
            {
                if (time.GetElapsedTime(began) > s_patience)
                {
                    throw new ToolException($"The group is being run already, by another process, which writes '{health.FullName}'. End that one first, or give this one a health file of its own.", ExitCode.TryAgain);
                }
            }

            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new ToolException($"No lock can be taken beside the health file '{health.FullName}': {error.Message} Let \"health\" name a file that can be written.", ExitCode.Failed);
            }

            await Task.Delay(s_pause, time, cancellationToken);
        }
    }

    /// <summary>Whether a process has the lock; null where that cannot be told.</summary>
    public static bool? IsHeld(FileInfo health)
    {
        try
        {
            using var file = new FileStream(PathOf(health), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string PathOf(FileInfo health) => health.FullName + ".lock";
}
