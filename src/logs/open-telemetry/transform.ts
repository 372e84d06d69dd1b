import { literal } from './text';
import { Wire } from '../../private/wire';

/** Statements of OTTL; one that fails leaves the record as it is, and says nothing, since it would say it for each line. */
export function transform(statements: readonly string[]): Wire {
  return { error_mode: 'silent', log_statements: statements };
}

/** What the text of a line is called among the fields of a record, in every collector. */
export const TEXT_FIELD = 'log';

/** A text becomes a record with one field, so that it can have others: filters and conditions then mean what they mean elsewhere. */
export function toRecord(): Wire {
  return transform([`set(log.body, {${literal(TEXT_FIELD)}: log.body}) where not IsMap(log.body)`]);
}

/** The text of a line is the body again, and what the record has next to it are its attributes. */
export function toText(): Wire {
  return transform(bodyFrom(TEXT_FIELD));
}

/** One field takes the place of the body: the others become attributes. */
export function bodyFrom(field: string): string[] {
  const path = `log.body[${literal(field)}]`;
  const has = `IsMap(log.body) and ${path} != nil`;
  return [
    `merge_maps(log.attributes, log.body, "insert") where ${has}`,
    `delete_key(log.attributes, ${literal(field)}) where ${has}`,
    `set(log.body, ${path}) where ${has}`,
  ];
}
