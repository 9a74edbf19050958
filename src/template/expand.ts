/**
 * Templates expanded against figures. Comes in: a compiled template and a scope. Goes out: parts of plain text, figures with
 * the address of their cell. A figure that is not a number never becomes text: it is an error that names the cell.
 */
import { Decimal } from 'decimal.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { decimalPlaces } from '../value/number.js';
import type { NumberValue } from '../value/value.js';
import { chineseDay, chineseNumeral, readDay } from './chinese.js';
import * as problems from './problems.js';
import type {
  FieldName,
  HelperName,
  Template,
  TemplateArgument,
  TemplateNode,
  TemplatePart,
  TemplatePlace,
  TemplateScope,
} from './template.js';
import { templateFields } from './vocabulary.js';

/**
 * The parts of the expanded text, in order, adjoining literal text not merged. Errors: `template/unknown-cell`,
 * `ambiguous-cell`, `no-figure`, `no-previous`, `no-base`, `not-whole`, `bad-date`, `no-field`, `private-character`; with
 * any of them there is no value.
 */
export function expand(template: Template, scope: TemplateScope): Outcome<readonly TemplatePart[]> {
  const expansion = new Expansion(scope);
  const parts = expansion.parts(template.nodes);
  return expansion.diagnostics.length > 0 ? { diagnostics: expansion.diagnostics } : { value: parts, diagnostics: [] };
}

/** The text of parts without their addresses. */
export function textOf(parts: readonly TemplatePart[]): string {
  return parts.map((part) => part.text).join('');
}

interface Figure {
  readonly address: string;
  readonly value: NumberValue;
}

class Expansion {
  readonly diagnostics: Diagnostic[] = [];
  readonly #scope: TemplateScope;

  constructor(scope: TemplateScope) {
    this.#scope = scope;
  }

  parts(nodes: readonly TemplateNode[]): TemplatePart[] {
    return nodes.flatMap((node): readonly TemplatePart[] => {
      switch (node.type) {
        case 'text':
          return [{ text: node.text, place: node.place }];
        case 'field':
          return this.#field(node.field, node.place);
        case 'call':
          return this.#call(node.helper, node.args, node.place);
        case 'block': {
          const figure = this.#figure(node.address, node.place);
          if (figure === undefined) return [];
          const holds = figure.value.number.isZero() === (node.block === 'zero');
          return this.parts(holds ? node.body : node.otherwise);
        }
      }
    });
  }

  #call(helper: HelperName, args: readonly TemplateArgument[], place: TemplatePlace): readonly TemplatePart[] {
    const texts = args.map((argument) => argument.text);
    const [first = '', second = '', third] = texts;
    switch (helper) {
      case 'value':
        return this.#single(this.#figure(first, place), helper, place, (figure) => withDigits(figure.value, texts[1]));
      case 'previous':
        return this.#single(this.#previous(first, place), helper, place, (figure) =>
          withDigits(figure.value, texts[1]),
        );
      case 'change':
        return this.#change(first, texts[1], place);
      case 'share':
      case 'percent':
        return this.#share(helper, first, second, third, place);
      case 'sum':
        return this.#sum(texts, place);
      case 'chinese':
        return this.#chinese(args[0], place);
      case 'date':
        return this.#date(args[0], place);
    }
  }

  #single(
    figure: Figure | undefined,
    kind: HelperName,
    place: TemplatePlace,
    print: (figure: Figure) => string,
  ): readonly TemplatePart[] {
    return figure === undefined
      ? []
      : [{ text: print(figure), kind, address: figure.address, addresses: [figure.address], place }];
  }

  #change(text: string, places: string | undefined, place: TemplatePlace): readonly TemplatePart[] {
    const now = this.#figure(text, place);
    const before = this.#previous(text, place);
    if (now === undefined || before === undefined) return [];
    const difference = now.value.number.minus(before.value.number);
    const words = this.#scope.words ?? {};
    if (difference.isZero()) return this.#single(now, 'change', place, () => words['unchanged'] ?? '持平');
    if (before.value.number.isZero())
      return this.#report(problems.noBase(now.address, this.#nameOf(now.address), place.range));
    const word = difference.isNegative() ? (words['decrease'] ?? '下降') : (words['increase'] ?? '增长');
    const rate = percentage(difference.abs(), before.value.number.abs(), places);
    return this.#single(now, 'change', place, () => word + rate);
  }

  #share(
    helper: 'share' | 'percent',
    part: string,
    whole: string,
    places: string | undefined,
    place: TemplatePlace,
  ): readonly TemplatePart[] {
    const numerator = this.#figure(part, place);
    const denominator = this.#figure(whole, place);
    if (numerator === undefined || denominator === undefined) return [];
    const { address } = numerator;
    if (denominator.value.number.isZero()) {
      return this.#report(problems.noBase(denominator.address, this.#nameOf(denominator.address), place.range));
    }
    const text = percentage(numerator.value.number, denominator.value.number, places);
    return [{ text, kind: helper, address, addresses: [address, denominator.address], place }];
  }

  #sum(texts: readonly string[], place: TemplatePlace): readonly TemplatePart[] {
    const figures = texts.map((text) => this.#figure(text, place));
    const known = figures.filter((figure) => figure !== undefined);
    const [first] = known;
    if (first === undefined || known.length < figures.length) return [];
    const decimals = Math.max(...known.map((figure) => decimalPlaces(figure.value.text)));
    const total = known.reduce((sum, figure) => sum.plus(figure.value.number), new Decimal(0));
    const addresses = known.map((figure) => figure.address);
    return [{ text: total.toFixed(decimals), kind: 'sum', address: first.address, addresses, place }];
  }

  #chinese(argument: TemplateArgument | undefined, place: TemplatePlace): readonly TemplatePart[] {
    const typed = argument?.type === 'number' ? argument.text : undefined;
    const figure = typed === undefined ? this.#figure(argument?.text ?? '', place) : undefined;
    if (typed === undefined && figure === undefined) return [];
    const number = typed ?? figure?.value.number.toFixed() ?? '';
    const text = chineseNumeral(number);
    if (text === undefined) return this.#report(problems.notWhole(number, place.range));
    return figure === undefined
      ? [{ text, kind: 'chinese', place }]
      : this.#single(figure, 'chinese', place, () => text);
  }

  #date(argument: TemplateArgument | undefined, place: TemplatePlace): readonly TemplatePart[] {
    if (argument?.type === 'field')
      return this.#field(argument.field, place).map((part) => ({ ...part, kind: 'date' }));
    const day = readDay(argument?.text ?? '');
    if (day === undefined) return this.#report(problems.badDate(argument?.text ?? '', place.range));
    return [{ text: chineseDay(day), kind: 'date', place }];
  }

  #field(field: FieldName, place: TemplatePlace): readonly TemplatePart[] {
    const text = this.#fieldText(field);
    if (text === undefined) {
      const name = templateFields.find((spec) => spec.name === field)?.names[0] ?? field;
      return this.#report(problems.noField(name, place.range));
    }
    const stray = /[\ue000-\uf8ff]/u.exec(text);
    if (stray !== null) return this.#report(problems.privateCharacter(place.range, stray[0]));
    if (field !== 'published') return [{ text, kind: 'field', place }];
    const day = readDay(text);
    if (day === undefined) return this.#report(problems.badDate(text, place.range));
    return [{ text: chineseDay(day), kind: 'field', place }];
  }

  #fieldText(field: FieldName): string | undefined {
    const { fields } = this.#scope;
    const names = templateFields.find((spec) => spec.name === field)?.names ?? [];
    const name = names.find((candidate) => Object.hasOwn(fields, candidate) && (fields[candidate] ?? '') !== '');
    if (name !== undefined) return fields[name];
    const shift = field === 'previous_year' ? -1 : field === 'next_year' ? 1 : 0;
    const year = shift === 0 ? undefined : this.#fieldText('year');
    if (year !== undefined && /^\d{4}$/u.test(year)) return String(Number(year) + shift);
    // Most offices give no short name; the full one is always right.
    return field === 'short_name' ? this.#fieldText('agency') : undefined;
  }

  #figure(text: string, place: TemplatePlace): Figure | undefined {
    const address = this.#resolve(text, place);
    if (address === undefined) return undefined;
    const value = this.#scope.value(address);
    if (value.kind === 'number') return { address, value };
    this.diagnostics.push(problems.noFigure(address, this.#nameOf(address), place.range, false));
    return undefined;
  }

  #previous(text: string, place: TemplatePlace): Figure | undefined {
    const address = this.#resolve(text, place);
    if (address === undefined) return undefined;
    const value = this.#scope.previousValue?.(address);
    if (value?.kind === 'number') return { address, value };
    this.diagnostics.push(
      value === undefined
        ? problems.noPrevious(place.range)
        : problems.noFigure(address, this.#nameOf(address), place.range, true),
    );
    return undefined;
  }

  #resolve(text: string, place: TemplatePlace): string | undefined {
    const found = this.#scope.cells.resolve(text);
    if (found.kind === 'cell') return found.address;
    const known = this.diagnostics.some((diagnostic) => diagnostic.range === place.range);
    if (!known) this.diagnostics.push(addressProblem(text, found, place));
    return undefined;
  }

  #nameOf(address: string): string {
    return this.#scope.cells.nameOf(address);
  }

  #report(diagnostic: Diagnostic): readonly TemplatePart[] {
    this.diagnostics.push(diagnostic);
    return [];
  }
}

/** Addresses of a template that name no cell or several, without data: `template/unknown-cell`, `ambiguous-cell`. */
export function checkReferences(template: Template, cells: TemplateScope['cells']): readonly Diagnostic[] {
  return template.references.flatMap(({ addresses, place }) =>
    addresses.flatMap((text) => {
      const found = cells.resolve(text);
      return found.kind === 'cell' ? [] : [addressProblem(text, found, place)];
    }),
  );
}

function addressProblem(
  text: string,
  found: Exclude<ReturnType<TemplateScope['cells']['resolve']>, { kind: 'cell' }>,
  place: TemplatePlace,
): Diagnostic {
  return found.kind === 'ambiguous'
    ? problems.ambiguousCell(text, found.candidates, place.range)
    : problems.unknownCell(text, found.suggestions, place.range);
}

function withDigits(value: NumberValue, places: string | undefined): string {
  return places === undefined ? value.text : value.number.toFixed(Number(places), Decimal.ROUND_HALF_UP);
}

/** One decimal place unless asked otherwise; half away from zero, as 四舍五入 is taught. */
function percentage(part: Decimal, whole: Decimal, places = '1'): string {
  return `${part.times(100).div(whole).toFixed(Number(places), Decimal.ROUND_HALF_UP)}%`;
}
