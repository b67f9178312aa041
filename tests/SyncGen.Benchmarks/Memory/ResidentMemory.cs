using System.Globalization;

namespace SyncGen.Benchmarks.Memory;

/// <summary>This process's memory as Linux counts it, in bytes.</summary>
internal static class ResidentMemory
{
    private const string ResetPeak = "5";

    /// <summary>Collects garbage, gives memory back, starts to count the peak anew, and answers what is held then.</summary>
    public static long ReadIdle()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", ResetPeak);
        return Read("VmRSS:");
    }

    /// <summary>The most since <see cref="ReadIdle"/>.</summary>
    public static long ReadPeak() => Read("VmHWM:");

    private static long Read(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kilobytes = line[name.Length..].Replace("kB", "", StringComparison.Ordinal);
        return long.Parse(kilobytes, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
    }
}
