using System.Globalization;
using System.Text;

namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>What a store's writers reported: the transactions that came to their end, in a file that is only appended to.</summary>
internal sealed class Journal(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public static string PathOf(string folder, Store store) => Path.Combine(folder, $"{store}.journal");

    /// <summary>The number of the last transaction that came to its end; 0: none.</summary>
    public static int LastOf(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        // A line without its end was not reported.
        var text = File.ReadAllText(path);
        var end = text.LastIndexOf('\n');
        return end < 0 ? 0 : int.Parse(text[(text.LastIndexOf('\n', end - 1) + 1)..end], CultureInfo.InvariantCulture);
    }

    public void Report(int number)
    {
        _file.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture) + "\n"));
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
