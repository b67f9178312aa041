using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
public class Note
{
    public Guid Id { get; } // The key.

    /// <summary>Text.</summary>
    public string Text { get; private set; } = ""; // Not for all.

    public string More
    {
        get;
        // Nobody sets it.
        protected internal set;
    } = "";

    public string Less
    {
        get;
        private init;
    } = "";
}
