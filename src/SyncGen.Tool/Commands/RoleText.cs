using System.CommandLine;

namespace SyncGen.Tool.Commands;

/// <summary>Roles as they stand on command lines and in results.</summary>
internal static class RoleText
{
    private const string Peer = "peer";
    private const string Leaf = "leaf";

    /// <summary>An option that takes a role.</summary>
    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = $"{Peer}|{Leaf}" };
        option.AcceptOnlyFromAmong(Peer, Leaf);
        return option;
    }

    /// <summary>The role of a text; null if there is none.</summary>
    public static SyncRole? Parse(string? text) => text switch
    {
        Peer => SyncRole.Peer,
        Leaf => SyncRole.Leaf,
        _ => null,
    };

    /// <summary>The text of a role.</summary>
    public static string Of(SyncRole role) => role == SyncRole.Leaf ? Leaf : Peer;
}
