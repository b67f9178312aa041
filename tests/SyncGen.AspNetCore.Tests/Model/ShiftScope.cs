namespace SyncGen.AspNetCore.Tests.Model;

[SyncScope("shifts", typeof(Shift))]
public static partial class ShiftScope;
