// Puts documents before four independent readers: node lint.mjs FILE... Exit code 1 where one has an error or a warning.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import SwaggerParser from '@apidevtools/swagger-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString } from 'openapi-typescript';

const redocly = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', import.meta.url));

const readers = {
  redocly(file) {
    // The recommended rules as they are, in a folder that has no configuration.
    const output = execFileSync(process.execPath, [redocly, 'lint', file, '--extends=recommended', '--format=json'], {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { totals, problems } = JSON.parse(output);
    return totals.errors + totals.warnings === 0 ? [] : problems.map((p) => `${p.ruleId}: ${p.message} (${p.location?.[0]?.pointer})`);
  },
  async schema(file) {
    const result = await new Validator().validate(JSON.parse(readFileSync(file, 'utf8')));
    return result.valid ? [] : [JSON.stringify(result.errors, null, 2)];
  },
  async parser(file) {
    await SwaggerParser.validate(JSON.parse(readFileSync(file, 'utf8')));
    return [];
  },
  async typescript(file) {
    const text = astToString(await openapiTS(JSON.parse(readFileSync(file, 'utf8')), { silent: true }));
    return text.includes('export interface paths') ? [] : ['no paths'];
  },
};

let failed = 0;
for (const file of process.argv.slice(2)) {
  for (const [name, read] of Object.entries(readers)) {
    let problems;
    try {
      problems = await read(file);
    } catch (e) {
      problems = [e.stdout || e.stderr || e.stack];
    }

    console.log(`${problems.length ? 'FAILED' : 'ok'}: ${name} ${file}`);
    problems.forEach((p) => console.log('  ' + p));
    failed += problems.length ? 1 : 0;
  }
}

process.exit(failed ? 1 : 0);
