// Starts a sample on a free port with an empty folder, runs something against it, and ends it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Calls use with the address at which the program listens. */
export async function serve(program, use, env = {}) {
  const data = mkdtempSync(join(tmpdir(), 'covet-sample-'));
  const server = spawn(program, ['--urls', 'http://127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  try {
    return await use(await listening(server));
  } finally {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  }
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
