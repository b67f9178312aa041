using Microsoft.Data.Sqlite;
using MusicStore;
using SyncGen;

if (args is not [var file])
{
    await Console.Error.WriteLineAsync("Usage: MusicStore <path of Chinook_Sqlite.sqlite>. The file is copied; it is never changed.");
    return 2;
}

try
{
    return await Tour.RunAsync(file) ? 0 : 1;
}
catch (Exception exception) when (exception is SyncException or SqliteException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception is SqliteException ? $"{file}: {exception.Message}" : exception.Message);
    return 1;
}
