namespace SyncGen.AspNetCore.Tests.Former.Later;

[SyncScope("works", typeof(Duty), typeof(Stage), typeof(Badge))]
public static partial class WorksScope;
