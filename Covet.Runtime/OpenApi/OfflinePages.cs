using System.Text;

namespace Covet;

/// <summary>Pages of documentation that load nothing from other hosts.</summary>
public static class OfflinePages
{
    // The placeholders are filled by the package, which has the scripts and the style sheet, too. The policy keeps ReDoc from
    // asking its maker for the logo of its footer; styles are written by its script, and its search runs in a worker of its own.
    private static readonly byte[] ReDocPage = Encoding.UTF8.GetBytes("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%(DocumentTitle)</title>
            <link href="index.css" rel="stylesheet">
            %(HeadContent)
        </head>
        <body>
            <div id="redoc-container"></div>
            <script src="redoc.standalone.js"></script>
            <script src="index.js"></script>
        </body>
        </html>
        """);

    /// <summary>
    /// The page of the package Swashbuckle.AspNetCore.ReDoc without the fonts and the logo that its own page asks other hosts for.
    /// </summary>
    /// <example><code>app.UseReDoc(page => { page.SpecUrl("/openapi/v1.json"); page.IndexStream = OfflinePages.ReDoc; });</code></example>
    public static Stream ReDoc() => new MemoryStream(ReDocPage, writable: false);
}
