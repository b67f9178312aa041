using SyncGen.Tool.Models;

namespace SyncGen.Tool.Groups;

/// <summary>Stores that are kept in step: each member meets the hub again and again.</summary>
/// <param name="Model">The model.</param>
/// <param name="Folder">Where paths are meant from.</param>
/// <param name="Settings">Where connection strings are looked for by name; null: appsettings.json in the folder.</param>
/// <param name="Hub">The hub.</param>
/// <param name="Members">The members.</param>
/// <param name="Interval">How long after a session the next one begins.</param>
/// <param name="Order">Which ways sessions go.</param>
/// <param name="Conflicts">What becomes of conflicts; the default leaves it to the scope.</param>
/// <param name="Health">The file that says how it goes.</param>
internal sealed record SyncGroup(
    ModelSource Model, DirectoryInfo Folder, FileInfo? Settings, GroupMember Hub, IReadOnlyList<GroupMember> Members, TimeSpan Interval, SyncOrder Order, ConflictPolicy Conflicts, FileInfo Health);
