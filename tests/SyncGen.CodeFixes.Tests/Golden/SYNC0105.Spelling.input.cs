using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SyncGen;
using SyncGen.Conflicts;

[SyncEntity]
[Microsoft.EntityFrameworkCore.PrimaryKey("Year" /* first */, "Nummber")]
public class Invoice
{
    public int Year { get; set; }

    public int Number { get; set; }
}

[SyncEntity]
[Microsoft.EntityFrameworkCore.PrimaryKey("number")]
public class Bill
{
    public int Number { get; set; }
}
