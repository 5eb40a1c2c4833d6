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

    await page.screenshot({ path: join(folder, 'developer.png'), fullPage: true });
    strictEqual(dialogs.length, 0);
    console.log(`ok: the developer page; its picture is in ${folder}`);
  } finally {
    await browser.close();
  }
}, { DOTNET_ENVIRONMENT: 'Development', ASPNETCORE_ENVIRONMENT: 'Development' });
