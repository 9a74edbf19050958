/** Data files opened and renewed in memory, for the tests of new years. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { diskSources, openReport, type OpenReport } from '../../../src/index.js';
import { openPack } from '../../../src/pipeline.js';
import type { TemplatePack } from '../../../src/pack/types.js';
import { renew } from '../../../src/renew/renew.js';
import type { LastYear, Renewed, RenewOptions } from '../../../src/renew/types.js';

export function packNamed(id: string): TemplatePack {
  const { value } = openPack(id, diskSources('report.yaml'));
  if (value === undefined) throw new Error(id);
  return value;
}

export interface Opened {
  readonly open: OpenReport;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a text; `last` is what 上年数据 leads to, whatever path it names. */
export function opened(text: string | Uint8Array, last?: string | Uint8Array): Opened {
  const disk = diskSources('report.yaml');
  const bytes = (given: string | Uint8Array): Uint8Array =>
    typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const sources = {
    ...disk,
    previous: (name: string) => (last === undefined ? undefined : { name, bytes: bytes(last), sources: disk }),
  };
  const { value, diagnostics } = openReport(bytes(text), 'report.yaml', sources);
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.code} ${d.message.zh}`).join('\n'));
  return { open: value, diagnostics };
}

export function lastYear(text: string | Uint8Array, more: Partial<LastYear> = {}): LastYear {
  const { data, figures, pack } = opened(text).open;
  return { data, figures, pack, adjust: [], name: 'last.yaml', reference: '../last/report.yaml', ...more };
}

/** The new file of one report, in last year's form unless another is given. */
export function renewed(
  text: string | Uint8Array,
  options: Partial<RenewOptions> & { readonly pack?: string } = {},
): Renewed {
  const { pack: id, ...rest } = options;
  const last = lastYear(text);
  return renew([last], id === undefined ? last.pack : packNamed(id), { year: last.data.year.value + 1, ...rest });
}

export function example(name: string): string {
  return readFileSync(`examples/${name}/report.yaml`, 'utf8');
}

/** A small report in a form, with sections and tables as given (lines without their outer indent). */
export function report(pack: string, year: number, more: string): string {
  return `nianbao: 1\n模板: ${pack}\n年度: ${year}\n单位: 青山县民政局\n${more}`;
}
