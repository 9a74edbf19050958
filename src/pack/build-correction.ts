/** The words of a 更正说明: as written to what `correct` uses, with their templates checked against the pack. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { checkTemplate } from './check-template.js';
import type { CorrectionFields } from './correction-schema.js';
import type { CorrectionLine, CorrectionSpec } from './correction-spec.js';
import * as problems from './problems.js';
import type { TemplatePack } from './types.js';

export function buildCorrection(written: CorrectionFields): CorrectionSpec {
  const { look, title, lead, columns, closing, signature, ...rest } = written;
  return {
    ...rest,
    look: look.value,
    title: title.map(({ value }) => value),
    lead: lead.value,
    columns: [columns.place, columns.before, columns.after],
    closing: closing.map(buildLine),
    signature: { room: signature.room, lines: signature.lines.map(buildLine) },
  };
}

function buildLine({ text, show, otherwise }: CorrectionFields['closing'][number]): CorrectionLine {
  return { text: text.value, otherwise, ...(show === undefined ? {} : { show }) };
}

/** Gives `pack/unknown-look`, and what checking templates gives. */
export function checkCorrection(written: CorrectionFields, pack: TemplatePack): readonly Diagnostic[] {
  const { look, title, lead, closing, signature } = written;
  const looks = Object.keys(pack.style.tables);
  const templates = [...title, lead, ...[...closing, ...signature.lines].map(({ text }) => text)];
  return [
    ...(looks.includes(look.value) ? [] : [problems.noSuchLook(look.value, looks, look.range)]),
    ...templates.flatMap((template) => checkTemplate(template, 'title', pack)),
  ];
}
