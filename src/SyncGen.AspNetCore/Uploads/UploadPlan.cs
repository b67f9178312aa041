using SyncGen.Providers;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>An upload as the hub takes it.</summary>
/// <param name="Batch">The edits, with ticks.</param>
/// <param name="Marker">The hashes of its rows, by which the hub knows them when they come again.</param>
internal sealed record UploadPlan(EditBatch Batch, byte[] Marker);
