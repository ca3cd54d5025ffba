/** How often each status came: `1 x 201, 9 x 409`. */
export function counted(statuses: readonly number[]): string {
  const groups = [...Map.groupBy(statuses, (status) => status)].toSorted(([a], [b]) => a - b);
  return groups.map(([status, all]) => `${all.length} x ${status}`).join(', ');
}
