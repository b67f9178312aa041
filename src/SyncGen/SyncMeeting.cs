using System.Globalization;

namespace SyncGen;

/// <summary>What happened when two stores met.</summary>
public sealed class SyncMeeting
{
    internal SyncMeeting(string client, string server, SyncTransfer upload, SyncTransfer download, TimeSpan duration)
    {
        Client = client;
        Server = server;
        Upload = upload;
        Download = download;
        Duration = duration;
    }

    /// <summary>The client's name: the leaf's, or the local store's.</summary>
    public string Client { get; }

    /// <summary>The server's name: the hub's, or the remote store's.</summary>
    public string Server { get; }

    /// <summary>What went from the client to the server.</summary>
    public SyncTransfer Upload { get; }

    /// <summary>What went from the server to the client, with what the server decided over the client's rows.</summary>
    public SyncTransfer Download { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Client} and {Server}: up {Upload}; down {Download}; {Duration.TotalSeconds:0.###} s");
}
