// Makes TypeScript of the Todo sample's document, compiles a client with it, and runs it against the sample:
// node client.mjs DOCUMENT PROGRAM. The program is the built sample.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { serve } from './serve.mjs';

const [document, program] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
mkdirSync(join(here, 'obj'), { recursive: true });

// A property with a default can be left out of a request, which is what this client is about.
writeFileSync(join(here, 'obj/todo.ts'), astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8')), { silent: true, defaultNonNullable: false })));
execFileSync(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here], { stdio: 'inherit' });
await serve(program, (address) => execFileSync(process.execPath, [join(here, 'obj/out/client.mjs'), address], { stdio: 'inherit', timeout: 30_000 }));
