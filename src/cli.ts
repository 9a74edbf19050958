#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on, what was compiled is kept for the next run (switched off by NODE_DISABLE_COMPILE_CACHE).
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const { main } = await import('./cli/main.js');

// A reader that has seen enough (`nianbao check … | head`) is no fault of anybody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Node leaves `isTTY` out where the output goes to a file or a pipe. */
const terminal: { readonly isTTY?: boolean } = process.stdout;

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  colour: terminal.isTTY === true && process.env['NO_COLOR'] === undefined,
});
