using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Covet.Internal;

/// <summary>The developer page. Every text that is not written here goes through the encoder.</summary>
internal static class DeveloperHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--fg:#1c2024;--dim:#60646c;--bg:#fcfcfd;--card:#fff;--line:#e0e1e6;--mark:#ffefd6;--red:#c62a2f}
        @media(prefers-color-scheme:dark){:root{--fg:#edeef0;--dim:#a0a4ab;--bg:#111113;--card:#18191b;--line:#2e3135;--mark:#4a2a10;--red:#ff9592}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
        main,header{max-width:1100px;margin:0 auto;padding:16px 24px}header{padding-top:32px}
        h1{margin:0;font-size:26px;line-height:1.3;overflow-wrap:anywhere;white-space:pre-wrap}h2{font-size:16px;margin:28px 0 8px}
        .type{color:var(--red);font:600 14px ui-monospace,monospace;overflow-wrap:anywhere}.dim{color:var(--dim);overflow-wrap:anywhere}
        details,.card{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:6px 0;overflow:hidden}
        summary,.frame{padding:8px 12px;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace}summary{cursor:pointer}.frame{padding-left:25px}
        pre{margin:0;padding:8px 0;border-top:1px solid var(--line);overflow-x:auto;font:13px/1.55 ui-monospace,monospace}
        pre span{display:block;padding:0 12px;min-width:max-content}pre span.hit{background:var(--mark)}pre i{display:inline-block;width:4em;color:var(--dim);font-style:normal;user-select:none}
        table{width:100%;border-collapse:collapse}td{padding:6px 12px;border-top:1px solid var(--line);vertical-align:top;font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
        tr:first-child td{border-top:0}td:first-child{width:28%;color:var(--dim)}.tag{border:1px solid var(--line);border-radius:99px;padding:0 8px;font-size:11px;color:var(--dim)}
        """;

    public static string Write(DeveloperReport report)
    {
        var html = new StringBuilder(16 * 1024);
        html.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        Text(html, report.Exceptions[0].Type);
        html.Append("</title><style>").Append(Style).Append("</style></head><body><header><p class=\"dim\">");
        Text(html, report.Method + " " + report.Target);
        html.Append("</p>");
        WriteHead(html, report.Exceptions[0], "h1");
        html.Append("<p class=\"dim\">Trace ");
        Text(html, report.TraceId);
        html.Append("</p></header><main>");
        WriteStack(html, report.Exceptions[0]);
        foreach (var inner in report.Exceptions.Skip(1))
        {
            html.Append("<h2>Caused by</h2>");
            WriteHead(html, inner, "p");
            WriteStack(html, inner);
        }

        foreach (var section in report.Sections)
        {
            WriteSection(html, section);
        }

        return html.Append("<p class=\"dim\">This page is shown in Development only.</p></main></body></html>").ToString();
    }

    private static void WriteHead(StringBuilder html, ReportedException exception, string element)
    {
        html.Append("<p class=\"type\">");
        Text(html, exception.Type);
        html.Append("</p><").Append(element).Append('>');
        Text(html, exception.Message);
        html.Append("</").Append(element).Append('>');
    }

    private static void WriteStack(StringBuilder html, ReportedException exception)
    {
        var opened = false;
        foreach (var line in exception.Stack)
        {
            // The first frame of the user's own code is what one looks for.
            var source = SourceExcerpt.Read(line.File, line.Line);
            var open = source is not null && !opened && !line.IsGenerated;
            opened |= open;
            WriteFrame(html, line, source, open);
        }
    }

    private static void WriteFrame(StringBuilder html, StackLine line, SourceExcerpt? source, bool open)
    {
        // A frame whose source is not here has nothing to open.
        html.Append(source is null ? "<div class=\"card frame\">" : open ? "<details open><summary>" : "<details><summary>");
        Text(html, line.Method);
        if (line.IsGenerated)
        {
            html.Append(" <span class=\"tag\">generated</span>");
        }

        if (line.File is not null)
        {
            html.Append("<br><span class=\"dim\">");
            Text(html, line.File + ":" + line.Line.ToString(CultureInfo.InvariantCulture));
            html.Append("</span>");
        }

        if (source is null)
        {
            html.Append("</div>");
            return;
        }

        html.Append("</summary><pre>");
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var number = source.First + i;
            html.Append(number == line.Line ? "<span class=\"hit\"><i>" : "<span><i>").Append(number.ToString(CultureInfo.InvariantCulture)).Append("</i>");
            Text(html, source.Lines[i]);
            html.Append("</span>");
        }

        html.Append("</pre></details>");
    }

    private static void WriteSection(StringBuilder html, ReportSection section)
    {
        if (section.Rows.Count == 0)
        {
            return;
        }

        html.Append("<h2>");
        Text(html, section.Title);
        html.Append("</h2><section class=\"card\"><table>");
        foreach (var (name, value) in section.Rows)
        {
            html.Append("<tr><td>");
            Text(html, name);
            html.Append("</td><td>");
            Text(html, value);
            html.Append("</td></tr>");
        }

        html.Append("</table></section>");
    }

    private static void Text(StringBuilder html, string text) => html.Append(HtmlEncoder.Default.Encode(text));
}
