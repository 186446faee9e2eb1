using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Where the relational store lives and who migrates it.</summary>
public sealed class StorageOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Storage";

    /// <summary>Folder of the embedded store (database, media, lock); created when missing. Default <c>./data</c>.</summary>
    [Required]
    public string DataPath { get; set; } = "./data";

    /// <summary>Whether a serving Host migrates the schema before it starts. Default true; the chart sets false and runs <c>migrate</c> as a Job.</summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>How often the figures that only the store knows (orders, sessions, waiting messages) are read for <c>/metrics</c>. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FiguresEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The embedded database file.</summary>
    public string DatabaseFile => Path.Combine(DataPath, "shop.db");

    /// <summary>The folder of product pictures.</summary>
    public string MediaPath => Path.Combine(DataPath, "media");
}
