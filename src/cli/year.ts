/** The report year an option names, last year without one; undefined when it is no year of such reports. */
export function reportYear(option: string | undefined): number | undefined {
  const year = option === undefined ? new Date().getFullYear() - 1 : Number(option);
  return Number.isInteger(year) && year >= 2008 && year <= 2100 ? year : undefined;
}
