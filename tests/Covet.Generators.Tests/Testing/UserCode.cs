using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>A user's file as the .NET SDK compiles it: the usings that come by themselves, the language, and an entry point where a program has none.</summary>
internal static class UserCode
{
    /// <summary>The path of the user's file, in diagnostics and in <c>[CallerFilePath]</c>.</summary>
    public const string Path = "/app/Program.cs";

    /// <summary>What the .NET SDK's implicit usings and Covet's package bring into a user's project.</summary>
    public const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::System.Net.Http.Json;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;
        global using global::Microsoft.AspNetCore.Antiforgery;
        global using global::Microsoft.AspNetCore.Authorization;
        global using global::Microsoft.AspNetCore.Cors;
        global using global::Microsoft.AspNetCore.Http.HttpResults;
        global using global::Microsoft.AspNetCore.Http.Timeouts;
        global using global::Microsoft.AspNetCore.Mvc;
        global using global::Microsoft.AspNetCore.OutputCaching;
        global using global::Microsoft.AspNetCore.RateLimiting;
        global using global::Microsoft.Extensions.Options;
        global using global::System.ComponentModel.DataAnnotations;
        global using global::System.Security.Claims;
        global using global::System.Text.Json.Serialization;
        """;

    private const string EntryPoint = """
        internal static class TestEntryPoint
        {
            private static void Main()
            {
            }
        }
        """;

    /// <summary>The language of a user's project, and what the package's build files tell the compiler.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose).WithFeatures([new("InterceptorsNamespaces", ";Microsoft.AspNetCore.Http.Generated;Covet.Generated")]);

    /// <summary>Parses a file as the user's project would.</summary>
    public static SyntaxTree Parse(string source, string path, CSharpParseOptions? options = null) => CSharpSyntaxTree.ParseText(source, options ?? ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>A program with an entry point: its own, or one that does nothing.</summary>
    public static CSharpCompilation WithEntryPoint(CSharpCompilation compilation, CSharpParseOptions? options = null) =>
        compilation.Options.OutputKind == OutputKind.ConsoleApplication && compilation.GetEntryPoint(TestContext.Current.CancellationToken) is null
            ? compilation.AddSyntaxTrees(Parse(EntryPoint, "/app/EntryPoint.cs", options))
            : compilation;
}
