using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;

namespace Covet.Build;

/// <summary>Writes the OpenAPI documents that the compiler put into an assembly as files, where they are not there already.</summary>
public sealed class WriteOpenApiDocuments : ITask
{
    /// <summary>MSBuild.</summary>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <summary>MSBuild.</summary>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The folder of the files.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Runs the task.</summary>
    /// <returns>False where a file cannot be written.</returns>
    public bool Execute()
    {
        try
        {
            foreach (var document in EmbeddedDocumentReader.Read(File.ReadAllBytes(Assembly)))
            {
                Write(Path.Combine(OutputDirectory, document.Name + ".json"), JsonIndenter.Indent(document.Json));
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
                "Covet", "CVT0900", null, 0, 0, 0, 0, "The OpenAPI document cannot be written to '" + OutputDirectory + "': " + e.Message, null, nameof(WriteOpenApiDocuments)));
            return false;
        }
    }

    private void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        Directory.CreateDirectory(OutputDirectory);

        // Two target frameworks of one project may write at once; a move leaves no half file.
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        File.Move(temporary, path);
        BuildEngine.LogMessageEvent(new BuildMessageEventArgs("OpenAPI document -> " + path, null, nameof(WriteOpenApiDocuments), MessageImportance.Normal));
    }
}
