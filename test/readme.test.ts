import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nianbao } from './support/capture.js';

const readme = readFileSync('README.md', 'utf8');

describe('README', () => {
  it('shows the real output of its example', async () => {
    const shown = /<!-- output: check (\S+) -->\n```text\n([\s\S]*?)\n```/.exec(readme);
    const [, path = '', text = ''] = shown ?? [];
    const result = await nianbao('check', path);
    expect(result.code).toBe(1);
    expect(result.out.trimEnd()).toBe(text);
  });

  it('names only files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)|`((?:examples|test|templates|docs|fonts)\/[^`*\s]+)`/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names every command', async () => {
    const help = (await nianbao('--help')).out;
    const commands = [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map((match) => match[1] ?? '');
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands)
      expect(readme).toContain(`| \`${command} `.replace('fonts ', 'fonts').replace('packs ', 'packs'));
  });
});
