// Makes TypeScript of the Todo sample's document, compiles a client with it, and runs it against the sample:
// node client.mjs DOCUMENT PROGRAM. The program is the built sample; it is given a free port and an empty folder.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import openapiTS, { astToString } from 'openapi-typescript';

const [document, program] = process.argv.slice(2);
const here = new URL('.', import.meta.url).pathname;
mkdirSync(join(here, 'obj'), { recursive: true });
// A property with a default can be left out of a request, which is what this client is about.
writeFileSync(join(here, 'obj/todo.ts'), astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8')), { silent: true, defaultNonNullable: false })));
execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here], { stdio: 'inherit' });

const data = mkdtempSync(join(tmpdir(), 'covet-todo-'));
const server = spawn(program, ['--urls', 'http://127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const address = await listening(server);
  execFileSync(process.execPath, [join(here, 'obj/out/client.mjs'), address], { stdio: 'inherit', timeout: 30_000 });
} finally {
  server.kill();
  rmSync(data, { recursive: true, force: true });
}

// The address in the line by which ASP.NET Core says that it listens.
function listening(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the sample ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /Now listening on: (http:\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
  });
}
