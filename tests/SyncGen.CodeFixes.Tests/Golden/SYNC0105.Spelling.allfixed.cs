using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
[Microsoft.EntityFrameworkCore.PrimaryKey("Year" /* first */, nameof(Number))]
public class Invoice
{
    public int Year { get; set; }

    public int Number { get; set; }
}

[SyncEntity]
[Microsoft.EntityFrameworkCore.PrimaryKey(nameof(Number))]
public class Bill
{
    public int Number { get; set; }
}
