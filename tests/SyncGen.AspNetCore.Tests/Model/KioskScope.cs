namespace SyncGen.AspNetCore.Tests.Model;

/// <summary>A scope that one class of tests has for itself: what is measured of it is theirs.</summary>
[SyncScope("Kiosk", typeof(Item), typeof(Label), Conflicts = ConflictPolicy.ServerWins)]
public static partial class KioskScope;
