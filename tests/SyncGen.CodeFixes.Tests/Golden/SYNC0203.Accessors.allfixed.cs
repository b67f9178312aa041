using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    public Guid Id { get; init; } // The key.

    /// <summary>Text.</summary>
    public string Text { get; internal set; } = ""; // Not for all.

    public string More
    {
        get;
        // Nobody sets it.
        protected internal set;
    } = "";

    public string Less
    {
        get;
        internal init;
    } = "";
}
