// Opens the developer page of HttpApp in headless Chromium with scripts in its path, query, header and message, and proves
// that all of them stay text: node developer.mjs PROGRAM CHROMIUM FOLDER.
import { strictEqual } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const [program, executablePath, folder] = process.argv.slice(2);
const script = (where) => `<script>document.title='${where}'</script><img src=x onerror="document.title='${where}'">`;
mkdirSync(folder, { recursive: true });
await serve(program, async (address) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, extraHTTPHeaders: { 'X-Text': script('header') } });
    const dialogs = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    const response = await page.goto(`${address}/errors/fail/${encodeURIComponent(script('path'))}?times=3&x=${encodeURIComponent(script('query'))}`);
    strictEqual(response.status(), 500);
    const title = await page.title();
    strictEqual(/^(path|query|header)$/.test(title), false, title);
    strictEqual(await page.locator('script, img').count(), 0);
    const text = await page.locator('body').innerText();
    for (const part of [script('header'), script('query'), "text: route parameter 'text'", 'Endpoint.HttpApp_Handlers_ErrorHandler.Fail.g.cs']) {
      const [name, value] = part.includes(': ') && !part.startsWith('<') ? part.split(': ') : ['', part];
      strictEqual(text.includes(name) && text.includes(value), true, `the page lacks ${part}`);
    }

    // The line that threw is open and marked; frames without a source have nothing to open.
    strictEqual(await page.locator('details[open]').count(), 1);
    strictEqual((await page.locator('details[open] .hit').innerText()).includes('throw new InvalidOperationException'), true);
    strictEqual(await page.locator('details:not(:has(pre))').count(), 0);
    strictEqual(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'the page is wider than the window');
    await page.screenshot({ path: join(folder, 'developer.png'), fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 420, height: 900 });
    strictEqual(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'the page is wider than a telephone');
    await page.screenshot({ path: join(folder, 'developer-dark.png'), fullPage: true });
    strictEqual(dialogs.length, 0);

    // API clients are told the same as JSON, and no page.
    const json = await fetch(`${address}/errors/fail/x`, { headers: { 'X-Text': script('header'), Accept: 'application/json' } });
    strictEqual(json.headers.get('content-type'), 'application/problem+json');
    const problem = await json.json();
    strictEqual(problem.exception[0].message, `x ${script('header')} 1`);
    strictEqual(problem.request.parameters.find((row) => row.name === 'text').value, "route parameter 'text'");
    console.log(`ok: the developer page; its picture is in ${folder}`);
  } finally {
    await browser.close();
  }
}, { DOTNET_ENVIRONMENT: 'Development', ASPNETCORE_ENVIRONMENT: 'Development' });
