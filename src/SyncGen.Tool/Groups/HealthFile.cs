using System.Text.Json;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Groups;

/// <summary>Keeps the file that says how a group is. Thread-safe.</summary>
internal sealed class HealthFile(FileInfo file)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly Lock _lock = new();

    /// <summary>Writes it, at once or not at all: who reads it never sees a half.</summary>
    public void Write(GroupHealth health)
    {
        lock (_lock)
        {
            var next = file.FullName + ".next";
            File.WriteAllText(next, JsonSerializer.Serialize(health, s_options) + "\n");
            File.Move(next, file.FullName, overwrite: true);
        }
    }

    /// <summary>Reads it.</summary>
    public GroupHealth Read()
    {
        try
        {
            return JsonSerializer.Deserialize<GroupHealth>(File.ReadAllText(file.FullName), s_options) ?? throw new JsonException();
        }
        catch (FileNotFoundException)
        {
            throw new ToolException($"There is no file '{file.FullName}': the group was never run. Start it by `syncgen run`.", ExitCode.Failed);
        }
        catch (JsonException)
        {
            throw new ToolException($"'{file.FullName}' is no health file of a group. Delete it, and start the group anew by `syncgen run`.", ExitCode.Failed);
        }
    }
}
