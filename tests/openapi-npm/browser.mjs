// Opens the pages of the Todo sample in headless Chromium without a network, and tries an operation out:
// node browser.mjs PROGRAM CHROMIUM FOLDER. The program is the sample, native or not; pictures go into the folder.
import { strictEqual } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const [program, executablePath, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
await serve(program, async (address) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    const faults = [];
    // Nothing may be asked of elsewhere. What the page's own policy stops never leaves the browser, and is told as 'csp'.
    page.on('pageerror', (error) => faults.push(error.message));
    const elsewhere = (request) => ![address, 'data:', 'blob:'].some((known) => request.url().startsWith(known));
    page.on('requestfinished', (request) => elsewhere(request) && faults.push(`got ${request.url()}`));
    page.on('requestfailed', (request) => elsewhere(request) && request.failure().errorText !== 'csp' && faults.push(`asked ${request.url()}: ${request.failure().errorText}`));
    page.on('response', (response) => response.status() < 400 || response.url().endsWith('favicon.ico') || faults.push(`${response.status()} ${response.url()}`));
    await page.route((url) => !url.href.startsWith(address), (route) => route.abort());

    await page.goto(`${address}/swagger`);
    const create = page.locator('#operations-Todo-Todo_Create');
    await create.locator('.opblock-summary').click();
    await create.locator('.try-out__btn').click();
    await create.locator('textarea.body-param__text').fill('{"title":"Tried out in Swagger UI"}');
    await create.locator('.execute').click();
    const status = create.locator('.live-responses-table .response-col_status').last();
    await status.waitFor();
    strictEqual((await status.textContent()).trim().slice(0, 3), '201');
    await page.screenshot({ path: join(folder, 'swagger.png'), fullPage: true });
    const made = await (await fetch(`${address}/todos/1`)).json();
    strictEqual(made.title, 'Tried out in Swagger UI');

    await page.goto(`${address}/api-docs`);
    await page.getByRole('heading', { name: 'Adds a todo.' }).waitFor();
    await page.screenshot({ path: join(folder, 'redoc.png') });
    strictEqual(faults.join('\n'), '');
    console.log(`ok: Swagger UI and ReDoc; the pictures are in ${folder}`);
  } finally {
    await browser.close();
  }
});
