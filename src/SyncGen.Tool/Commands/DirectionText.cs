using System.CommandLine;

namespace SyncGen.Tool.Commands;

/// <summary>Directions as they stand on command lines and in files.</summary>
internal static class DirectionText
{
    private const string Both = "both";
    private const string Up = "up";
    private const string Down = "down";

    /// <summary>An option that takes a direction.</summary>
    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = $"{Up}|{Down}|{Both}" };
        option.AcceptOnlyFromAmong(Up, Down, Both);
        return option;
    }

    /// <summary>The order of a session that goes this way; both ways where the text is none.</summary>
    public static SyncOrder Parse(string? text) => text switch
    {
        Up => SyncOrder.Upload,
        Down => SyncOrder.Download,
        _ => SyncOrder.UploadDownload,
    };

    /// <summary>Whether a text is a direction.</summary>
    public static bool IsOne(string text) => text is Both or Up or Down;
}
