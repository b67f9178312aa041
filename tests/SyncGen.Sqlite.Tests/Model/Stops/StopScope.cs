namespace SyncGen.Sqlite.Tests.Model.Stops;

/// <summary>Rows whose values cancel the session that carries them, see <see cref="StopPoint"/>.</summary>
[SyncScope("stop", typeof(Room), typeof(Message))]
public static partial class StopScope;
