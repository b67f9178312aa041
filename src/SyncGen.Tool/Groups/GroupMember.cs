using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Groups;

/// <summary>A store of a group.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Role">Its role; null: what it was provisioned as, else peer.</param>
/// <param name="Parameters">Filter parameters, as <c>name=value</c>.</param>
internal sealed record GroupMember(string? Name, StoreAddress Address, SyncRole? Role, IReadOnlyList<string> Parameters);
