using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

public static class Outer
{
    /// <summary>Hidden.</summary>
    internal static class Middle
    {
        // Hidden, too.
        [SyncEntity]
        internal class Note
        {
            public Guid Id { get; set; }
        }

        [SyncEntity]
        private sealed class Draft // As well.
        {
            public Guid Id { get; set; }
        }
    }
}
