using System;
using System.IO;
using Microsoft.Build.Framework;

namespace Covet.Build;

/// <summary>Puts the source of referenced projects that write no XML documentation into one file for the generator.</summary>
public sealed class CollectSources : ITask
{
    /// <summary>MSBuild.</summary>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <summary>MSBuild.</summary>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The project files.</summary>
    [Required]
    public string[] Projects { get; set; } = [];

    /// <summary>The file to write.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>Runs the task.</summary>
    /// <returns>True: a comment that cannot be read is missing in the document, which is no reason to fail.</returns>
    public bool Execute()
    {
        try
        {
            ReferenceSources.Write(Projects, OutputFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            BuildEngine.LogMessageEvent(new BuildMessageEventArgs("The comments of referenced projects cannot be read: " + e.Message, null, nameof(CollectSources), MessageImportance.Normal));
        }

        return true;
    }
}
