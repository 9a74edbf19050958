/** Which quantities of the pack a frame speaks of. Every word must fit: what is left over makes it another figure. */
import type { ProseConcept, ProseQuantity } from '../../../pack/types.js';
import type { Frame } from './frame.js';

/** A quantity that a figure may speak of, with the sums of cells that may hold it. */
export interface Reading {
  readonly quantity: ProseQuantity;
  readonly sums: readonly (readonly string[])[];
}

/** What the text before a clause leaves open: the thing last spoken of, the act of the same sentence, the channels. */
export interface Carried {
  readonly objects: readonly ProseConcept[];
  readonly act: ProseConcept | undefined;
  readonly channels: readonly ProseConcept[];
}

/**
 * Readings of a frame, the one with most of its words first. Several are left where the text does not say enough: a
 * channel named before may hold on or not. `unit` is empty for zero in words and bare numbers.
 */
export function readingsOf(
  frame: Frame,
  carried: Carried,
  unit: string,
  quantities: readonly ProseQuantity[],
): readonly Reading[] {
  const exactly = readingsExactly(frame, carried, unit, quantities);
  // 通过网站共收到申请4件: the way is told beside the total.
  return exactly.length > 0 || frame.channels.length === 0 || !frame.signs.has('total')
    ? exactly
    : readingsExactly({ ...frame, channels: [] }, { ...carried, channels: [] }, unit, quantities);
}

function readingsExactly(
  frame: Frame,
  carried: Carried,
  unit: string,
  quantities: readonly ProseQuantity[],
): readonly Reading[] {
  const objects = frame.objects.length > 0 ? frame.objects : carried.objects;
  const fitting = quantities.flatMap((quantity) => {
    const local = fits(quantity, frame, objects, carried, unit);
    const sums = local === undefined ? undefined : sumsFor(quantity, frame.applicants);
    return local === undefined || sums === undefined ? [] : [{ quantity, sums, local }];
  });
  const most = Math.max(0, ...fitting.map(({ local }) => local));
  return fitting
    .filter(({ local }) => local === most)
    .sort((a, b) => b.quantity.when.length - a.quantity.when.length)
    .map(({ quantity, sums }) => ({ quantity, sums }));
}

/** How many of the words that a quantity needs stand in the clause itself; undefined when it cannot be meant. */
function fits(
  quantity: ProseQuantity,
  frame: Frame,
  objects: readonly ProseConcept[],
  carried: Carried,
  unit: string,
): number | undefined {
  if (unit !== '' && !quantity.units.includes(unit)) return undefined;
  const { when, may } = quantity;
  const mentioned = [...objects, ...frame.acts, ...frame.details, ...channelsSaid(frame)];
  if (mentioned.some(({ id }) => !when.includes(id) && !may.includes(id))) return undefined;
  const has = (list: readonly ProseConcept[], id: string): boolean => list.some((concept) => concept.id === id);
  let local = 0;
  for (const id of when) {
    const said = [...frame.objects, ...frame.acts, ...frame.details, ...channelsSaid(frame)];
    if (has(said, id)) local++;
    else if (!has(objects, id) && !isCarried(id, frame, carried)) return undefined;
  }
  return local;
}

function isCarried(id: string, frame: Frame, carried: Carried): boolean {
  if (frame.acts.length === 0 && carried.act?.id === id) return true;
  const [channel] = carried.channels;
  return frame.channels.length === 0 && carried.channels.length === 1 && channel?.id === id;
}

/** Several channels together with 等 are all of them. */
function channelsSaid({ channels, signs }: Frame): readonly ProseConcept[] {
  return channels.length > 1 && signs.has('open') ? [] : channels;
}

/** The sums with the columns of the applicants in the place of the total; undefined where there are none. */
function sumsFor(
  quantity: ProseQuantity,
  applicants: readonly ProseConcept[],
): readonly (readonly string[])[] | undefined {
  if (applicants.length === 0) return quantity.readings;
  const columns = [...new Set(applicants.flatMap((applicant) => applicant.columns))];
  const isTotal = (address: string): boolean => address.endsWith('/total');
  if (columns.length === 0 || quantity.readings.length === 0) return undefined;
  if (!quantity.readings.flat().every(isTotal)) return undefined;
  return quantity.readings.map((sum) =>
    sum.flatMap((address) => columns.map((column) => address.replace(/\/total$/u, `/${column}`))),
  );
}
