import { Wire } from '../../private/wire';

/** A section as a user wrote it, in one spelling: Fluent Bit takes keys and names of plugins in any case. */
export function spelled(section: any): any {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) {return section;}
  const wire: Wire = Object.fromEntries(Object.entries(section).map(([key, value]) => [key.toLowerCase(), value]));
  return typeof wire.name === 'string' ? { ...wire, name: wire.name.toLowerCase() } : wire;
}
